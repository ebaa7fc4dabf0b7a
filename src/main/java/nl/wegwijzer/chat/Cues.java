package nl.wegwijzer.chat;

import java.util.regex.Pattern;

/**
 * What a story says in so many words: where, when, about whom. A question whose answer is plainly there is not asked
 * again (domain §7). The phrases stand in {@code texts/aanwijzingen.properties}.
 */
final class Cues {
    private static final PhraseList PHRASES = PhraseList.load("aanwijzingen");
    private static final Pattern WORD = Pattern.compile(" +");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** "hoiii" is "hoi". */
    private static final Pattern STRETCHED = Pattern.compile("(.)\\1{2,}");

    private Cues() {}

    /**
     * Whether a text tells nothing yet: only a greeting, a try-out or a cry for help without a word of what is wrong; a
     * single letter, a number, an emoji.
     */
    static boolean tellsNothing(String story) {
        String known = String.join("", PHRASES.of("begin"));
        return WORD.splitAsStream(PhraseList.words(story))
                .map(word -> STRETCHED.matcher(word).replaceAll("$1"))
                .filter(word -> word.codePointCount(0, word.length()) > 1)
                .filter(word -> !NUMBER.matcher(word).matches())
                .allMatch(word -> known.contains(" " + word + " "));
    }

    /** Whether the story names a place. */
    static boolean tellsWhere(String story) {
        return PHRASES.found("waar", story);
    }

    /** Whether the story says when, or how often. */
    static boolean tellsWhen(String story) {
        return PHRASES.found("wanneer", story);
    }

    /** Whether the story is about someone else than the writer. */
    static boolean isAboutSomeoneElse(String story) {
        return PHRASES.found("ander", story);
    }
}
