package nl.wegwijzer.reading.text;

/**
 * A piece of a story.
 *
 * @param kind word, number, emoji or mark
 * @param start index of its first char in the original text
 * @param end index after its last char
 * @param word the folded form: lower case, no accents, no invisible characters, at most two equal letters in a row
 * @param capital whether the writer began it with a capital
 */
public record Token(Kind kind, int start, int end, String word, boolean capital) {

    /** What sort of token it is. */
    public enum Kind {
        WORD,
        NUMBER,
        EMOJI,
        MARK
    }

    /** Whether it is a word. */
    public boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Whether a sentence ends here. */
    public boolean endsSentence() {
        return kind == Kind.MARK && !word.isEmpty() && ".!?\n".indexOf(word.charAt(0)) >= 0;
    }
}
