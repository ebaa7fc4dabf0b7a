package nl.wegwijzer.seal;

/** The random 256-bit key of one report. Whoever holds it can read that report, so it prints as redacted. */
public final class ContentKey {
    private final byte[] key;

    private ContentKey(byte[] key) {
        this.key = key;
    }

    /** Makes a fresh key. */
    public static ContentKey generate() {
        return new ContentKey(Randomness.bytes(AesGcm.KEY_BYTES));
    }

    /**
     * Takes a key that was opened from a grant.
     *
     * @throws UnsealException when it is not 32 bytes
     */
    public static ContentKey of(byte[] bytes) {
        if (bytes.length != AesGcm.KEY_BYTES) {
            throw new UnsealException("a content key has 32 bytes");
        }
        return new ContentKey(bytes.clone());
    }

    /** Returns the key's bytes, to be sealed to a person and to nothing else. */
    public byte[] bytes() {
        return key.clone();
    }

    /** Encrypts content that belongs at {@code place}. */
    public byte[] encrypt(AssociatedData place, byte[] plaintext) {
        return AesGcm.encrypt(key, place.bytes(), plaintext);
    }

    /**
     * Decrypts content that was encrypted for {@code place}.
     *
     * @throws UnsealException when the key, the place or the content is another's
     */
    public byte[] decrypt(AssociatedData place, byte[] sealed) {
        return AesGcm.decrypt(key, place.bytes(), sealed);
    }

    @Override
    public String toString() {
        return "ContentKey[redacted]";
    }
}
