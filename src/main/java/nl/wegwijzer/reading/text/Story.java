package nl.wegwijzer.reading.text;

import java.util.List;

/**
 * A text and its tokens. Very long texts are read at both ends: the first part and the last part, so that time stays
 * bounded and a late turn of the story is still seen.
 *
 * @param text the part that was read, as typed
 * @param tokens its tokens in order
 */
public record Story(String text, List<Token> tokens) {

    /** A story of one message is at most 20 000 chars; a whole conversation may be somewhat longer. */
    private static final int HEAD = 24_000;

    private static final int TAIL = 8_000;

    /** Takes a defensive copy. */
    public Story {
        tokens = List.copyOf(tokens);
    }

    /** Reads a text; anything goes, also an empty one. */
    public static Story of(String text) {
        String bounded = bound(text);
        return new Story(bounded, Tokenizer.tokenize(bounded));
    }

    private static String bound(String text) {
        if (text.length() <= HEAD + TAIL) {
            return text;
        }
        return text.substring(0, HEAD) + "\n" + text.substring(text.length() - TAIL);
    }

    /** Returns the chars from the first to the last of these tokens, as typed. */
    public String typed(int firstToken, int lastToken) {
        return text.substring(
                tokens.get(firstToken).start(), tokens.get(lastToken).end());
    }

    /** Returns how many words it has; numbers, emoji and marks are none. */
    public long words() {
        return tokens.stream().filter(Token::isWord).count();
    }
}
