package nl.wegwijzer.reading.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens in one pass. Invisible characters (zero width, direction marks, controls) are passed over. */
final class Tokenizer {

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    static List<Token> tokenize(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.step();
        }
        return tokenizer.tokens;
    }

    private void step() {
        int codePoint = text.codePointAt(at);
        if (codePoint == '\n') {
            add(Token.Kind.MARK, at, at + 1, "\n", false);
            at++;
        } else if (Character.isWhitespace(codePoint) || isInvisible(codePoint)) {
            at += Character.charCount(codePoint);
        } else if (Character.isLetterOrDigit(codePoint)) {
            word();
        } else {
            symbol(codePoint);
        }
    }

    private void word() {
        int start = at;
        StringBuilder raw = new StringBuilder();
        boolean letters = false;
        boolean capital = Character.isUpperCase(text.codePointAt(at));
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (Character.isLetterOrDigit(codePoint) || joinsWord(codePoint)) {
                letters |= Character.isLetter(codePoint);
                raw.appendCodePoint(codePoint);
            } else if (!isInvisible(codePoint) && Character.getType(codePoint) != Character.NON_SPACING_MARK) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        add(letters ? Token.Kind.WORD : Token.Kind.NUMBER, start, at, Folding.fold(raw), capital);
    }

    /** An apostrophe between letters (m'n, foto's) and signs that stand for letters (@ and $ inside a word). */
    private boolean joinsWord(int codePoint) {
        boolean candidate = codePoint == '\'' || codePoint == '’' || codePoint == '@' || codePoint == '$';
        return candidate && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private void symbol(int codePoint) {
        int start = at;
        int same = 0;
        while (at < text.length() && text.codePointAt(at) == codePoint) {
            at += Character.charCount(codePoint);
            same++;
        }
        boolean emoji = codePoint > 0x2000 && Character.getType(codePoint) == Character.OTHER_SYMBOL;
        String sign = Character.toString(codePoint);
        if (emoji) {
            add(Token.Kind.EMOJI, start, at, sign, false);
        } else if (Character.getType(codePoint) != Character.MODIFIER_SYMBOL) {
            add(Token.Kind.MARK, start, at, same > 1 ? sign + sign : sign, false);
        }
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F);
    }

    private void add(Token.Kind kind, int start, int end, String word, boolean capital) {
        if (!word.isEmpty()) {
            tokens.add(new Token(kind, start, end, word, capital));
        }
    }
}
