package nl.wegwijzer.reading.crisis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wegwijzer.reading.text.Folding;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.reading.text.Token;

/**
 * A story as the rules see it: a sound key for every word, letters typed apart ("z e l f") made one word again.
 *
 * @param story where it came from
 * @param keys the sound keys; the empty string ends a sentence
 * @param first for every key the index of its first token
 * @param last for every key the index of its last token
 */
record KeyedStory(Story story, List<String> keys, List<Integer> first, List<Integer> last) {

    private static final Set<String> NEGATIONS = negations();

    static KeyedStory of(Story story) {
        List<String> keys = new ArrayList<>();
        List<Integer> first = new ArrayList<>();
        List<Integer> last = new ArrayList<>();
        List<Token> tokens = story.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            int end = endOfSpelledWord(tokens, i);
            if (end > i) {
                StringBuilder joined = new StringBuilder();
                for (int j = i; j <= end; j++) {
                    joined.append(tokens.get(j).isWord() ? tokens.get(j).word() : "");
                }
                keys.add(Folding.soundKey(Folding.fold(joined)));
            } else if (tokens.get(i).endsSentence()) {
                keys.add("");
            } else if (tokens.get(i).kind() == Token.Kind.MARK) {
                continue;
            } else {
                keys.add(Folding.soundKey(tokens.get(i).word()));
            }
            first.add(i);
            last.add(end);
            i = end;
        }
        return new KeyedStory(story, keys, first, last);
    }

    /** Four or more single letters in a row, with or without dots or dashes between them, are one word. */
    private static int endOfSpelledWord(List<Token> tokens, int from) {
        if (!tokens.get(from).isWord()) {
            return from;
        }
        int letters = 0;
        int end = from;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isWord() && token.word().length() == 1) {
                letters++;
                end = i;
            } else if (token.kind() != Token.Kind.MARK || "\n".equals(token.word())) {
                break;
            }
        }
        return letters >= 4 ? end : from;
    }

    boolean endsSentence(int index) {
        return keys.get(index).isEmpty();
    }

    boolean isNegation(int index) {
        return NEGATIONS.contains(keys.get(index));
    }

    /** The key of this word and the next typed as one, or the empty string when there is no next. */
    String joined(int index) {
        if (index + 1 >= keys.size() || endsSentence(index) || endsSentence(index + 1)) {
            return "";
        }
        String one = keys.get(index);
        String two = keys.get(index + 1);
        return one.endsWith(two.substring(0, 1)) ? one + two.substring(1) : one + two;
    }

    String typed(int from, int to) {
        return story.typed(first.get(from), last.get(to));
    }

    private static Set<String> negations() {
        Set<String> keys = new java.util.HashSet<>();
        for (String word : List.of(
                "niet", "nie", "nt", "geen", "gn", "nooit", "niks", "niemand", "not", "never", "no", "dont", "didnt",
                "doesnt", "isnt", "wasnt", "wont", "zonder")) {
            keys.add(Folding.soundKey(Folding.fold(word)));
        }
        return Set.copyOf(keys);
    }
}
