package nl.wegwijzer.chat;

import java.util.List;
import nl.wegwijzer.crowd.Hurdles;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.taxonomy.Language;

/**
 * The page between pressing send and sending, when a school is very busy. Script solves the puzzle and sends on by
 * itself; without script a button appears after a while. Everything that was told waits in the page.
 *
 * @param slug the school's part of the address
 * @param school the school's name
 * @param title that it was not sent yet
 * @param paragraphs what to do now
 * @param conversation sealed, for the hidden field {@code gesprek}
 * @param hurdle what the page must bring back
 * @param texts the interface's words in this language
 */
public record WaitPage(
        Language language,
        String slug,
        String school,
        String title,
        List<String> paragraphs,
        String conversation,
        Hurdles.Hurdle hurdle,
        Texts texts) {

    /** Takes a defensive copy. */
    public WaitPage {
        paragraphs = List.copyOf(paragraphs);
    }

    static WaitPage of(SchoolProfile school, Conversation conversation, String sealed, Hurdles.Hurdle hurdle) {
        Texts texts = Texts.of(conversation.language(), conversation.audience());
        return new WaitPage(
                conversation.language(),
                school.slug(),
                school.name(),
                texts.of("ui.wait.title"),
                List.of(texts.of("ui.wait.text"), texts.of("ui.wait.button")),
                sealed,
                hurdle,
                texts);
    }

    @Override
    public String toString() {
        return "WaitPage[redacted]";
    }
}
