package nl.wegwijzer.reading.text;

import java.text.Normalizer;

/** Makes different ways of typing one word alike. */
public final class Folding {

    /** Nobody's word is longer; a longer run of letters is noise and is cut. */
    private static final int LONGEST_WORD = 40;

    private Folding() {}

    /** Lower case, no accents, no apostrophes, at most two equal letters in a row, at most 40 letters. */
    public static String fold(CharSequence raw) {
        String plain = raw.length() > 4 * LONGEST_WORD
                ? raw.subSequence(0, 4 * LONGEST_WORD).toString()
                : raw.toString();
        if (!isAscii(plain)) {
            plain = Normalizer.normalize(plain, Normalizer.Form.NFKD);
        }
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length() && folded.length() < LONGEST_WORD; i++) {
            char c = Character.toLowerCase(plain.charAt(i));
            if (c != '\'' && c != '’' && Character.getType(c) != Character.NON_SPACING_MARK && !thirdInRow(folded, c)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static boolean thirdInRow(StringBuilder folded, char c) {
        int n = folded.length();
        return n >= 2 && folded.charAt(n - 1) == c && folded.charAt(n - 2) == c && !Character.isDigit(c);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /**
     * A rough key of how a Dutch word sounds, so that misspellings meet: doubled letters once, ij, ei and y alike, au and ou
     * alike, ch as g, c as k, v as f, z as s, final d as t; digits and signs inside a word read as the letters they look like.
     */
    public static String soundKey(String folded) {
        StringBuilder key = new StringBuilder(folded.length());
        boolean hasLetter = folded.chars().anyMatch(Character::isLetter);
        int n = folded.length();
        for (int i = 0; i < n; i++) {
            char c = hasLetter ? asLetter(folded.charAt(i)) : folded.charAt(i);
            char next = i + 1 < n ? folded.charAt(i + 1) : ' ';
            char sound;
            if ((c == 'i' && next == 'j') || (c == 'e' && next == 'i')) {
                sound = 'y';
                i++;
            } else if ((c == 'a' || c == 'o') && next == 'u') {
                sound = 'A';
                i++;
            } else if (c == 'c' && next == 'h') {
                sound = 'g';
                i++;
            } else {
                sound = simple(c);
            }
            if (key.length() == 0 || key.charAt(key.length() - 1) != sound || Character.isDigit(sound)) {
                key.append(sound);
            }
        }
        int last = key.length() - 1;
        if (last > 0 && key.charAt(last) == 'd') {
            key.setCharAt(last, 't');
        }
        if (last > 1 && key.charAt(last) == 't' && key.charAt(last - 1) == 'd') {
            key.setLength(last);
            key.setCharAt(last - 1, 't');
        }
        return key.toString();
    }

    private static char simple(char c) {
        return switch (c) {
            case 'c' -> 'k';
            case 'v' -> 'f';
            case 'z' -> 's';
            default -> c;
        };
    }

    private static char asLetter(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            default -> c;
        };
    }
}
