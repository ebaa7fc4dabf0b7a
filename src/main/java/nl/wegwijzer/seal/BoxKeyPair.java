package nl.wegwijzer.seal;

import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/** A person's X25519 key pair: anyone may seal to the public half, only the person opens. */
public final class BoxKeyPair {
    /** Length of either half in bytes. */
    public static final int KEY_BYTES = 32;

    private final byte[] privateKey;
    private final byte[] publicKey;

    private BoxKeyPair(byte[] privateKey) {
        this.privateKey = privateKey;
        this.publicKey = new X25519PrivateKeyParameters(privateKey, 0)
                .generatePublicKey()
                .getEncoded();
    }

    /** Makes a fresh pair. */
    public static BoxKeyPair generate() {
        return new BoxKeyPair(Randomness.bytes(KEY_BYTES));
    }

    /**
     * Restores the pair of a private key or seed.
     *
     * @throws UnsealException when it is not 32 bytes
     */
    public static BoxKeyPair ofPrivateKey(byte[] privateKey) {
        if (privateKey.length != KEY_BYTES) {
            throw new UnsealException("a private key has 32 bytes");
        }
        return new BoxKeyPair(privateKey.clone());
    }

    /** Returns the public half. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Returns the private half, to be locked and to nothing else. */
    public byte[] privateKey() {
        return privateKey.clone();
    }

    @Override
    public String toString() {
        return "BoxKeyPair[redacted]";
    }
}
