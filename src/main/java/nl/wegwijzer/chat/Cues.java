package nl.wegwijzer.chat;

/**
 * What a story says in so many words: where, when, about whom. A question whose answer is plainly there is not asked
 * again (domain §7). The phrases stand in {@code texts/aanwijzingen.properties}.
 */
final class Cues {
    private static final PhraseList PHRASES = PhraseList.load("aanwijzingen");

    private Cues() {}

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
