package nl.wegwijzer.reading.crisis;

import java.util.List;
import java.util.Optional;
import nl.wegwijzer.taxonomy.Alert;

/**
 * One line of a rules file.
 *
 * @param effect what a match does
 * @param alert which alert it raises; empty unless the effect raises one
 * @param elements the steps, the first always words that may not be missing
 * @param line where it stands, for messages about the file
 */
record CrisisRule(Effect effect, Optional<Alert> alert, List<Element> elements, String line) {

    /** What a match does. */
    enum Effect {
        /** Raises the alert in words that hardly ever mean anything else; a {@link #CANCEL} on the same words takes it back. */
        HARD,
        /** Raises the alert, unless the story has a {@link #CONTEXT}. */
        SOFT,
        /** Takes back every alert that stands on one of these words. */
        CANCEL,
        /** Says that the story is about homework, a game, a film, long ago and solved. */
        CONTEXT
    }

    /** Takes a defensive copy. */
    CrisisRule {
        elements = List.copyOf(elements);
    }

    Element.Words first() {
        if (elements.get(0) instanceof Element.Words words) {
            return words;
        }
        throw new InvalidRuleException(line, "must begin with a word");
    }
}
