package nl.wegwijzer.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.reading.text.Token;

/** Picks the words that weighed most for a label out of the evidence of every token. */
final class Because {

    private static final int MOST = 6;

    private Because() {}

    /**
     * Returns the heaviest words, each once, with their share of all evidence that spoke for the label.
     *
     * @param evidence for every token how much it spoke for the label
     */
    static List<WeighedWord> words(Story story, double[] evidence) {
        Map<String, WeighedWord> byWord = new LinkedHashMap<>();
        double sum = 0;
        for (int i = 0; i < evidence.length; i++) {
            Token token = story.tokens().get(i);
            if (evidence[i] > 0 && (token.isWord() || token.kind() == Token.Kind.EMOJI)) {
                sum += evidence[i];
                WeighedWord word = new WeighedWord(story.typed(i, i), evidence[i]);
                byWord.merge(token.word(), word, (a, b) -> new WeighedWord(a.word(), a.weight() + b.weight()));
            }
        }
        List<WeighedWord> words = new ArrayList<>();
        double all = sum;
        byWord.values().stream()
                .sorted(Comparator.comparingDouble(WeighedWord::weight).reversed())
                .limit(MOST)
                .forEach(word -> words.add(new WeighedWord(word.word(), word.weight() / all)));
        return List.copyOf(words);
    }
}
