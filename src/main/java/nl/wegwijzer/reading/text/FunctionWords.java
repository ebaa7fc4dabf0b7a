package nl.wegwijzer.reading.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Frequent words that give a language away, also in short chat.
 *
 * @param dutch words of Dutch that are not English
 * @param english words of English that are not Dutch
 */
public record FunctionWords(Set<String> dutch, Set<String> english) {

    private static final int MOST_WORDS = 200;

    /** Takes defensive copies. */
    public FunctionWords {
        dutch = Set.copyOf(dutch);
        english = Set.copyOf(english);
    }

    /** Reads two lines, {@code nl = …} and {@code en = …}. */
    public static FunctionWords parse(List<String> lines) {
        return new FunctionWords(words(lines, "nl"), words(lines, "en"));
    }

    private static Set<String> words(List<String> lines, String language) {
        return lines.stream()
                .filter(line -> line.startsWith(language + " ="))
                .flatMap(line -> Arrays.stream(line.substring(4).strip().split("\\s+")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Counts them in the first 200 words of a story. */
    public Count count(Story story) {
        int nl = 0;
        int en = 0;
        int words = 0;
        int letters = 0;
        for (Token token : story.tokens()) {
            if (words == MOST_WORDS) {
                break;
            }
            if (token.isWord()) {
                words++;
                letters += token.word().length();
                nl += dutch.contains(token.word()) ? 1 : 0;
                en += english.contains(token.word()) ? 1 : 0;
            }
        }
        return new Count(nl, en, words, letters);
    }

    /**
     * What was counted.
     *
     * @param dutch words that are Dutch only
     * @param english words that are English only
     * @param words all words
     * @param letters their letters
     */
    public record Count(int dutch, int english, int words, int letters) {}
}
