package nl.wegwijzer.backup;

import java.util.Arrays;
import nl.wegwijzer.seal.BoxKeyPair;

/** The public half of a backup key: whoever has it can make archives, and opens none. */
public final class Recipient {
    private final byte[] publicKey;

    private Recipient(byte[] publicKey) {
        this.publicKey = publicKey;
    }

    /** Returns the public half of a pair. */
    static Recipient of(BoxKeyPair keys) {
        return new Recipient(keys.publicKey());
    }

    /**
     * Reads the line that {@code backup-key} printed.
     *
     * @throws BackupException when it is something else, or has a typing error
     */
    public static Recipient parse(String text) {
        return new Recipient(KeyText.PUBLIC
                .read(text.strip())
                .orElseThrow(() -> new BackupException("This is not the public half of a backup key, or a character is"
                        + " missing or wrong; it starts with " + KeyText.PUBLIC.word() + "."))
                .clone());
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipient same && Arrays.equals(publicKey, same.publicKey);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(publicKey);
    }

    /** The line that {@link #parse} reads. */
    @Override
    public String toString() {
        return KeyText.PUBLIC.write(publicKey);
    }
}
