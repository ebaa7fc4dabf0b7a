package nl.wegwijzer.seal;

/** Locks a secret under a random 256-bit key, e.g. an official's private key under the secret in their session cookie. */
public final class SecretLock {
    private SecretLock() {}

    /** Locks {@code secret} for {@code place}. */
    public static byte[] lock(byte[] key, AssociatedData place, byte[] secret) {
        return AesGcm.encrypt(key, place.bytes(), secret);
    }

    /**
     * Unlocks what {@link #lock} made.
     *
     * @throws UnsealException when the key or place is another's, or it was tampered with
     */
    public static byte[] unlock(byte[] key, AssociatedData place, byte[] locked) {
        return AesGcm.decrypt(key, place.bytes(), locked);
    }
}
