package nl.wegwijzer.chat;

import java.text.Normalizer;

/** Makes typed text harmless and even, without changing what a reader sees. */
final class TypedText {
    /** Unicode's Stream-Safe Text Format allows this many marks on one letter; more makes normalising slow. */
    private static final int MARKS_IN_A_ROW = 30;

    private TypedText() {}

    /**
     * Cleans a text: line ends become newlines; control characters, byte order marks and bidirectional overrides go;
     * half surrogate pairs become U+FFFD; letters are put in NFC; blanks at both ends go. Right-to-left text stays.
     */
    static String clean(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        int marks = 0;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r') {
                if (i >= raw.length() || raw.charAt(i) != '\n') {
                    kept.append('\n');
                }
                continue;
            }
            marks = isMark(c) ? marks + 1 : 0;
            if (marks <= MARKS_IN_A_ROW && !isHarmful(c)) {
                kept.appendCodePoint(harmless(c));
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    /** Returns the length as a reader counts it: in code points. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns the first {@code codePoints} code points of a text. */
    static String cut(String text, int codePoints) {
        return length(text) <= codePoints ? text : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    private static int harmless(int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            return '\uFFFD';
        }
        boolean blank = c == '\t' || c == '\u2028' || c == '\u2029' || c == '\u0085';
        return blank ? ' ' : c;
    }

    private static boolean isHarmful(int c) {
        boolean override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t' && c != 0x85;
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return override || control || nonCharacter || c == 0xFEFF;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
