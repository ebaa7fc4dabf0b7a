package nl.wegwijzer.chat;

import nl.wegwijzer.reading.Reading;

/** Whether a story is in a language that the chat speaks. A few words in street Dutch are never called foreign. */
enum StoryLanguage {
    /** Dutch, or too little to tell. */
    DUTCH,
    ENGLISH,
    OTHER;

    /** Of shorter texts, what the detector does not know is mostly Dutch with an odd word in it. */
    private static final int FEWEST_LETTERS = 25;

    /** Another script needs no guessing. */
    private static final int FEWEST_FOREIGN_LETTERS = 4;

    /** Says in which language a story was told, as far as the reading and its letters are sure. */
    static StoryLanguage of(Reading reading, String story) {
        long letters = story.codePoints().filter(Character::isLetter).count();
        long foreign = story.codePoints()
                .filter(Character::isLetter)
                .filter(c -> Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN)
                .count();
        if (foreign >= FEWEST_FOREIGN_LETTERS && foreign * 2 > letters) {
            return OTHER;
        }
        if (letters < FEWEST_LETTERS) {
            return DUTCH;
        }
        return switch (reading.language()) {
            case NL -> DUTCH;
            case EN -> ENGLISH;
            case ANDERS -> OTHER;
        };
    }
}
