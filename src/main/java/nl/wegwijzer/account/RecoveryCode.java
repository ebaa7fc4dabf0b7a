package nl.wegwijzer.account;

import java.util.Locale;
import nl.wegwijzer.seal.Randomness;

/**
 * The code on paper that opens an official's keys when the passphrase is lost: 120 random bits as six groups of four.
 *
 * @param text capitals and digits without spaces
 */
record RecoveryCode(String text) {
    /** Random bytes in a code. */
    static final int BYTES = 15;

    /** Draws a code. */
    static RecoveryCode generate() {
        return ofBytes(Randomness.bytes(BYTES));
    }

    static RecoveryCode ofBytes(byte[] bytes) {
        return new RecoveryCode(Base32.encode(bytes));
    }

    /** Reads a code as somebody typed it from paper: any case, any grouping, and the look-alikes 0, 1 and 8. */
    static RecoveryCode typed(String typed) {
        return new RecoveryCode(typed.toUpperCase(Locale.ROOT)
                .replace('0', 'O')
                .replace('1', 'I')
                .replace('8', 'B')
                .replaceAll("[^A-Z2-7]", ""));
    }

    byte[] bytes() {
        return Base32.decode(text);
    }

    /** Returns the code in groups, to print. */
    String printed() {
        return Base32.inGroups(text);
    }

    @Override
    public String toString() {
        return "RecoveryCode[redacted]";
    }
}
