package nl.wegwijzer.casework;

import java.text.Normalizer;

/**
 * What an official typed, made harmless: one kind of line end, no control characters, no marks that turn the reading
 * direction of the text around them.
 *
 * @param text ready to be stored
 */
record ReplyText(String text) {
    /** Longest reply in characters, as people count them. */
    static final int LONGEST = 10_000;

    static ReplyText of(String typed) {
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        return new ReplyText(Normalizer.normalize(lines, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean isTooLong() {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    @Override
    public String toString() {
        return "ReplyText[redacted]";
    }
}
