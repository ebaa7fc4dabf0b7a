package nl.wegwijzer.casework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that weigh in a model but explain nothing to a reader: "ik", "en", "the". They stand in
 * {@code texts/kleine_woorden.txt}; the words that tell a language apart are another list, in which "gepest" and "bang"
 * stand too.
 */
final class SmallWords {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> WORDS = load();

    private SmallWords() {}

    /** Whether a word, however it was typed, says nothing by itself. */
    static boolean contain(String word) {
        return WORDS.contains(word.toLowerCase(Locale.ROOT).replace('’', '\'').strip());
    }

    private static Set<String> load() {
        try (InputStream in = SmallWords.class.getResourceAsStream("/texts/kleine_woorden.txt")) {
            if (in == null) {
                throw new IllegalStateException("texts/kleine_woorden.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(BLANKS.split(line.strip())))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("texts/kleine_woorden.txt cannot be read", e);
        }
    }
}
