package nl.wegwijzer.chat;

import java.util.List;
import java.util.Optional;
import nl.wegwijzer.taxonomy.Language;

/**
 * Everything one page of the chat shows, ready for the template.
 *
 * @param language of the page
 * @param slug the school's part of the address
 * @param school the school's name
 * @param log what was said so far, oldest first
 * @param question what is asked now
 * @param conversation the sealed conversation for the hidden field {@code gesprek}
 * @param problem a friendly word when the last answer could not be used
 * @param cards help cards, most pressing first; at most two are open
 * @param texts the interface's words in this language
 */
public record ChatPage(
        Language language,
        String slug,
        String school,
        List<Bubble> log,
        QuestionView question,
        String conversation,
        Optional<String> problem,
        List<HelpCard> cards,
        Texts texts) {

    /** Who speaks. */
    public enum Speaker {
        BOT,
        REPORTER
    }

    /**
     * One thing said.
     *
     * @param number position in the log, stable while the conversation only grows
     * @param paragraphs what is said, one after another
     */
    public record Bubble(int number, Speaker speaker, List<Paragraph> paragraphs) {}

    /**
     * A part of what is said.
     *
     * @param text plain text
     * @param language its BCP 47 tag when it is not in the language of the page, so that a screen reader pronounces it well
     *     (WCAG 3.1.2)
     */
    public record Paragraph(String text, Optional<String> language) {

        /** Returns a paragraph in the language of the page. */
        public static Paragraph of(String text) {
            return new Paragraph(text, Optional.empty());
        }
    }

    /** How a question is answered. */
    public enum Kind {
        /** One of a few choices; every choice is a button. With a text area folded below them if there is room to tell more. */
        CHOICE,
        /** One of many choices; those that are marked stand first, the others are folded away. */
        LIKELY,
        /** Several of a few choices; check boxes and a send button. */
        MULTIPLE,
        /** Free text; a text area, with choices as extra buttons if there are any. */
        TEXT,
        /** Several of a few choices, free text, or both; check boxes and a text area. */
        SEVERAL,
        /** The first choice needs a text, the others need none; a button for each, the text area above the first one's. */
        CHOICE_OR_TEXT,
        /** People with a photo; one is chosen as the reader. */
        PEOPLE,
        /** The whole report, to check and send. */
        REVIEW
    }

    /**
     * The question asked now.
     *
     * @param name stable name for {@code data-vraag}
     * @param hint a calm line under the question, may be empty
     * @param choices buttons or boxes named {@code antwoord}
     * @param people for {@code PEOPLE}, and for exclusion in {@code niet_gewenst}
     * @param review for {@code REVIEW}: what will be sent
     * @param typed text to put back in the text area
     * @param maxLength of the text area in characters
     * @param canSkip whether "weet ik niet" / "overslaan" is shown (value {@code weet_niet})
     * @param canGoBack whether "terug" is shown (value {@code terug})
     */
    public record QuestionView(
            String name,
            Kind kind,
            String hint,
            List<Choice> choices,
            List<Person> people,
            List<ReviewLine> review,
            String typed,
            int maxLength,
            boolean canSkip,
            boolean canGoBack) {}

    /**
     * A choice.
     *
     * @param value stable wire value
     * @param detail a short explanation under the label, may be empty
     * @param selected preselected because the story already said so
     */
    public record Choice(String value, String label, String detail, boolean selected) {}

    /**
     * A person as a choice.
     *
     * @param value the official's id, the wire value
     * @param role the role's Dutch title
     * @param about one sentence, may be empty
     * @param photo path of the photo, empty for an initial
     * @param initial one letter
     * @param recommended whether this is the proposed reader; where people are boxes to tick: whether the box is ticked
     * @param reason why, in plain words; empty for alternatives
     * @param away whether the person is absent at the moment
     */
    public record Person(
            String value,
            String name,
            String role,
            String about,
            String photo,
            String initial,
            boolean recommended,
            String reason,
            boolean away) {}

    /**
     * A line of the review.
     *
     * @param question name of the question, for "verander"
     * @param label what was asked, short
     * @param answer what was answered
     */
    public record ReviewLine(String question, String label, String answer) {}

    /**
     * A card with a telephone number.
     *
     * @param title e.g. "Wil je niet meer leven?"
     * @param body one or two sentences
     * @param phones numbers to tap
     * @param open whether the card is open; the others are folded
     */
    public record HelpCard(String title, String body, List<Phone> phones, boolean open) {}

    /**
     * A number to tap.
     *
     * @param label e.g. "Bel 113 (gratis, dag en nacht)"
     * @param uri {@code tel:} or {@code https:} address
     */
    public record Phone(String label, String uri) {}
}
