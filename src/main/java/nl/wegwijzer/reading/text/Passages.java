package nl.wegwijzer.reading.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long story into passages that can be read on their own: each sentence, and each two in a row. Who types without full
 * stops has no sentences; there it cuts after so many tokens. Of a very long story it takes the beginning and the end, as
 * {@link Story} does, so that time stays bounded and a late turn is still seen.
 */
public final class Passages {

    /** A sentence of more tokens than this is cut. */
    private static final int MOST_TOKENS = 24;

    /** Of so many sentences at either end the passages are made. */
    private static final int SENTENCES_AT_AN_END = 40;

    private Passages() {}

    /** From one token to another, both included. */
    private record Range(int from, int to) {}

    /** Returns the passages of a story, each as it was typed; none when it has one sentence only. */
    public static List<Story> of(Story story) {
        List<Range> sentences = sentences(story);
        if (sentences.size() < 2) {
            return List.of();
        }
        List<Story> passages = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (i < SENTENCES_AT_AN_END || i >= sentences.size() - SENTENCES_AT_AN_END) {
                Range one = sentences.get(i);
                passages.add(Story.of(story.typed(one.from, one.to)));
                if (i + 1 < sentences.size()) {
                    passages.add(Story.of(story.typed(one.from, sentences.get(i + 1).to)));
                }
            }
        }
        return passages;
    }

    private static List<Range> sentences(Story story) {
        List<Range> sentences = new ArrayList<>();
        List<Token> tokens = story.tokens();
        int from = 0;
        boolean says = false;
        for (int i = 0; i < tokens.size(); i++) {
            says |= tokens.get(i).kind() != Token.Kind.MARK;
            boolean ends = tokens.get(i).endsSentence() || i - from + 1 == MOST_TOKENS || i == tokens.size() - 1;
            if (ends) {
                if (says) {
                    sentences.add(new Range(from, i));
                }
                from = i + 1;
                says = false;
            }
        }
        return sentences;
    }
}
