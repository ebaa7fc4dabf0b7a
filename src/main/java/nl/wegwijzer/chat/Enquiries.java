package nl.wegwijzer.chat;

import java.util.Optional;

/**
 * Recognises a question to the bot, such as "is dit echt anoniem?", where an answer was expected. It matches whole
 * phrases from {@code texts/vragen.properties} and only in short messages, so that a story is never taken for a question.
 */
final class Enquiries {
    private static final PhraseList PHRASES = PhraseList.load("vragen");
    private static final int LONGEST_CHARS = 100;
    private static final int EXTRA_WORDS_IN_A_QUESTION = 4;
    private static final int EXTRA_WORDS_OTHERWISE = 1;

    private Enquiries() {}

    /** Returns the topic that the text asks about; its answer stands in the texts under {@code antwoord.<topic>}. */
    static Optional<String> topic(String text) {
        if (text.length() > LONGEST_CHARS) {
            return Optional.empty();
        }
        int allowed = text.endsWith("?") ? EXTRA_WORDS_IN_A_QUESTION : EXTRA_WORDS_OTHERWISE;
        String words = PhraseList.words(text);
        return PHRASES.keys().stream()
                .filter(key -> PHRASES.of(key).stream()
                        .anyMatch(phrase -> words.contains(phrase) && count(words) - count(phrase) <= allowed))
                .findFirst();
    }

    private static int count(String words) {
        return words.strip().split(" ").length;
    }
}
