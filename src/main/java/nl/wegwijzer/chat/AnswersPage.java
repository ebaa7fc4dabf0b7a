package nl.wegwijzer.chat;

import java.util.List;
import java.util.Optional;
import nl.wegwijzer.taxonomy.Language;

/**
 * What a reporter sees after coming back with the code. A reply posts {@code tekst} and {@code sleutel} to
 * {@code /{slug}/terug}.
 *
 * @param statusText where the report stands, in plain words ("Noor heeft je verhaal gelezen.")
 * @param keptUntil until when one can come back, in a sentence; empty while that is open
 * @param recipientName who reads the report
 * @param summary the reporter's own answers, to look back at
 * @param messages what was said since, oldest first
 * @param pictures what the reporter added and may add
 * @param key sealed token that opens this report again, for the hidden field {@code sleutel}
 * @param canReply whether a new message can be sent; not after the content was erased
 * @param typed text to put back in the text area after a problem
 * @param maxLength of the text area in characters
 * @param problem a friendly word when the last message could not be sent
 * @param texts the interface's words in this language
 */
public record AnswersPage(
        Language language,
        String slug,
        String school,
        String statusText,
        String keptUntil,
        String recipientName,
        List<ChatPage.ReviewLine> summary,
        List<Message> messages,
        Pictures pictures,
        String key,
        boolean canReply,
        String typed,
        int maxLength,
        Optional<String> problem,
        Texts texts) {

    /** Takes defensive copies. */
    public AnswersPage {
        summary = List.copyOf(summary);
        messages = List.copyOf(messages);
    }

    /**
     * Pictures with the report. The form posts {@code sleutel} and the files {@code foto} to
     * {@code /{slug}/terug/foto}.
     *
     * @param welcome whether pictures may be asked for; never with a sexual subject
     * @param room how many more may be added
     * @param kept one line for each that is kept ("Foto 1, woensdag 25 november")
     * @param added words for what was just added, empty when nothing was
     * @param refused why files that were just sent were not kept, one line each
     */
    public record Pictures(boolean welcome, int room, List<String> kept, String added, List<String> refused) {
        /** Takes defensive copies. */
        public Pictures {
            kept = List.copyOf(kept);
            refused = List.copyOf(refused);
        }
    }

    /** Who speaks, seen from the reporter. */
    public enum Speaker {
        MINE,
        OFFICIAL,
        SYSTEM
    }

    /**
     * One message.
     *
     * @param number position, stable
     * @param author name of the official, empty for the reporter's own
     * @param day in words, e.g. "woensdag 25 november"
     * @param paragraphs plain text, one paragraph each
     */
    public record Message(int number, Speaker speaker, String author, String day, List<String> paragraphs) {
        /** Takes a defensive copy. */
        public Message {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    @Override
    public String toString() {
        return "AnswersPage[redacted]";
    }
}
