package nl.wegwijzer.chat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Phrases by key from a data file beside the texts, compared word for word: lower case, without punctuation. */
final class PhraseList {
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Map<String, List<String>> phrases;

    private PhraseList(Map<String, List<String>> phrases) {
        this.phrases = phrases;
    }

    /** Loads {@code texts/<name>.properties}; its values are phrases with a bar between them. */
    static PhraseList load(String name) {
        Map<String, List<String>> phrases = new TreeMap<>();
        properties(name)
                .forEach((key, value) -> phrases.put(
                        key,
                        Arrays.stream(value.split("\\|"))
                                .map(PhraseList::words)
                                .filter(phrase -> !phrase.isBlank())
                                .toList()));
        return new PhraseList(phrases);
    }

    /** Reads a UTF-8 data file of the texts. */
    static Map<String, String> properties(String name) {
        Properties properties = new Properties();
        try (InputStream in = PhraseList.class.getResourceAsStream("/texts/" + name + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("texts/" + name + ".properties is missing");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("texts/" + name + ".properties cannot be read", e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
        return entries;
    }

    /** Returns the words of a text with one space before, between and after them. */
    static String words(String text) {
        return NOT_A_WORD.matcher(" " + text.toLowerCase(Locale.ROOT) + " ").replaceAll(" ");
    }

    /** Whether a text holds one of the key's phrases as whole words. */
    boolean found(String key, String text) {
        String words = words(text);
        return of(key).stream().anyMatch(words::contains);
    }

    /** Returns the phrases of a key, each with a space at both ends. */
    List<String> of(String key) {
        return phrases.getOrDefault(key, List.of());
    }

    /** Returns all keys in alphabetical order. */
    List<String> keys() {
        return List.copyOf(phrases.keySet());
    }
}
