package nl.wegwijzer.account;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.UUID;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.BoxKeyPair;
import nl.wegwijzer.seal.Expansion;
import nl.wegwijzer.seal.PassphraseLock;
import nl.wegwijzer.seal.UnsealException;

/**
 * What only the official can open: the private key that reads reports, and the secret of the second factor. Both are
 * locked together, so that the database alone can't even check a second factor.
 *
 * @param pair reads what was sealed to this official
 * @param totpSecret 20 bytes
 */
public record OfficialKeys(BoxKeyPair pair, byte[] totpSecret) {

    /** Takes a defensive copy. */
    public OfficialKeys {
        if (totpSecret.length != Totp.SECRET_BYTES) {
            throw new UnsealException("a second-factor secret has 20 bytes");
        }
        totpSecret = totpSecret.clone();
    }

    /** Draws fresh keys. */
    public static OfficialKeys generate() {
        return new OfficialKeys(BoxKeyPair.generate(), Totp.newSecret());
    }

    /** Locks the keys under a passphrase or recovery code; slow on purpose, so for workers only. */
    public byte[] lock(String passphrase, UUID official) {
        return PassphraseLock.lock(normal(passphrase), place(official), bytes());
    }

    /**
     * Opens keys that were locked for this official; slow on purpose, so for workers only.
     *
     * @throws UnsealException when the passphrase is wrong, or the lock is another's
     */
    public static OfficialKeys unlock(String passphrase, UUID official, byte[] locked) {
        return ofBytes(PassphraseLock.unlock(normal(passphrase), place(official), locked));
    }

    /**
     * Returns what stands in for the keys of an account that doesn't exist: nothing opens it, and trying takes as long.
     *
     * @param secret of the deployment, so that every node makes the same
     */
    static byte[] decoy(byte[] secret, String login) {
        return PassphraseLock.decoy(
                Expansion.of(secret, "schijnaccount " + login, BoxKeyPair.KEY_BYTES),
                BoxKeyPair.KEY_BYTES + Totp.SECRET_BYTES);
    }

    /** Returns both secrets in a row, to be sealed and to nothing else. */
    byte[] bytes() {
        byte[] bytes = Arrays.copyOf(pair.privateKey(), BoxKeyPair.KEY_BYTES + Totp.SECRET_BYTES);
        System.arraycopy(totpSecret, 0, bytes, BoxKeyPair.KEY_BYTES, Totp.SECRET_BYTES);
        return bytes;
    }

    static OfficialKeys ofBytes(byte[] bytes) {
        if (bytes.length != BoxKeyPair.KEY_BYTES + Totp.SECRET_BYTES) {
            throw new UnsealException("keys of an official have 52 bytes");
        }
        return new OfficialKeys(
                BoxKeyPair.ofPrivateKey(Arrays.copyOf(bytes, BoxKeyPair.KEY_BYTES)),
                Arrays.copyOfRange(bytes, BoxKeyPair.KEY_BYTES, bytes.length));
    }

    @Override
    public byte[] totpSecret() {
        return totpSecret.clone();
    }

    @Override
    public String toString() {
        return "OfficialKeys[redacted]";
    }

    /** Keyboards differ in how they write an accented letter; the passphrase is the same. */
    static String normal(String passphrase) {
        return Normalizer.normalize(passphrase, Normalizer.Form.NFKC);
    }

    private static AssociatedData place(UUID official) {
        return AssociatedData.of("official", official);
    }
}
