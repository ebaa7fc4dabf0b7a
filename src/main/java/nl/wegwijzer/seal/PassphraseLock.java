package nl.wegwijzer.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Locks a private key under a passphrase or a recovery code: Argon2id (64 MiB, three passes) to a key, AES-256-GCM around
 * the secret. The cost travels in front of the salt, so it can be raised later without breaking old locks.
 */
public final class PassphraseLock {
    private static final int SALT_BYTES = 16;
    private static final int HEADER_BYTES = 2 * Integer.BYTES + SALT_BYTES;

    private PassphraseLock() {}

    /** Locks a secret; slow on purpose, so for workers only. */
    public static byte[] lock(String passphrase, AssociatedData place, byte[] secret) {
        byte[] salt = Randomness.bytes(SALT_BYTES);
        Argon2id.Cost cost = Argon2id.Cost.PASSPHRASE;
        byte[] sealed = AesGcm.encrypt(key(passphrase, salt, cost), place.bytes(), secret);
        return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                .putInt(cost.memoryKiB())
                .putInt(cost.iterations())
                .put(salt)
                .put(sealed)
                .array();
    }

    /**
     * Unlocks a secret; slow on purpose, so for workers only.
     *
     * @throws UnsealException when the passphrase is wrong or the lock was tampered with
     */
    public static byte[] unlock(String passphrase, AssociatedData place, byte[] locked) {
        if (locked.length <= HEADER_BYTES) {
            throw new UnsealException("locked secret is too short");
        }
        ByteBuffer header = ByteBuffer.wrap(locked);
        Argon2id.Cost cost = new Argon2id.Cost(header.getInt(), header.getInt());
        if (!cost.equals(Argon2id.Cost.PASSPHRASE)) {
            throw new UnsealException("locked secret has an unknown cost");
        }
        byte[] salt = new byte[SALT_BYTES];
        header.get(salt);
        return AesGcm.decrypt(
                key(passphrase, salt, cost), place.bytes(), Arrays.copyOfRange(locked, HEADER_BYTES, locked.length));
    }

    /**
     * Makes something that no passphrase opens and that takes as long to try as a real lock: for accounts that don't
     * exist.
     *
     * @param seed the same seed gives the same bytes
     * @param secretBytes length of the secret that a real lock would hold
     */
    public static byte[] decoy(byte[] seed, int secretBytes) {
        int random = SALT_BYTES + AesGcm.OVERHEAD_BYTES + secretBytes;
        return ByteBuffer.allocate(2 * Integer.BYTES + random)
                .putInt(Argon2id.Cost.PASSPHRASE.memoryKiB())
                .putInt(Argon2id.Cost.PASSPHRASE.iterations())
                .put(Expansion.of(seed, "schijnslot", random))
                .array();
    }

    private static byte[] key(String passphrase, byte[] salt, Argon2id.Cost cost) {
        return Argon2id.derive(passphrase.getBytes(StandardCharsets.UTF_8), salt, new byte[0], cost, AesGcm.KEY_BYTES);
    }
}
