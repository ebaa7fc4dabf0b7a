package nl.wegwijzer.chat;

import java.util.List;
import java.util.Optional;
import nl.wegwijzer.taxonomy.Language;

/**
 * A calm page that says one thing: stopped, not found, expired, busy, too large.
 *
 * @param title the one thing, as a heading
 * @param paragraphs what it means and what to do now
 * @param links where to go from here, the best first
 * @param resume a form that tries again with everything that was typed, if there is something to keep
 * @param texts the interface's words in this language
 */
public record MessagePage(
        Language language,
        String title,
        List<String> paragraphs,
        List<Link> links,
        Optional<PostForm> resume,
        Texts texts) {

    /** Takes defensive copies. */
    public MessagePage {
        paragraphs = List.copyOf(paragraphs);
        links = List.copyOf(links);
    }

    /** A link with its words. */
    public record Link(String label, String href) {}

    /**
     * A form that keeps what was typed and sends it again.
     *
     * @param action path to post to
     * @param fields hidden fields in order, e.g. the sealed conversation {@code gesprek} and all answers but the last
     * @param text typed text, shown in the text area {@code tekst} so that it can be copied; empty shows none
     * @param answer value of the button {@code antwoord}, e.g. {@code verder}; empty when the button has no name
     * @param button words on the button
     */
    public record PostForm(String action, List<Field> fields, String text, String answer, String button) {
        /** Takes a defensive copy. */
        public PostForm {
            fields = List.copyOf(fields);
        }

        /** A hidden field. */
        public record Field(String name, String value) {
            @Override
            public String toString() {
                return "Field[redacted]";
            }
        }

        @Override
        public String toString() {
            return "PostForm[redacted]";
        }
    }

    @Override
    public String toString() {
        return "MessagePage[redacted]";
    }
}
