package nl.wegwijzer.chat;

import java.util.List;
import nl.wegwijzer.taxonomy.Language;

/**
 * The page after sending: who got it, the code, and when an answer comes.
 *
 * @param paragraphs what to say, the first one standing out ("Verstuurd naar …")
 * @param code the whole code as it must be typed, e.g. "blije tijger · snelle fiets · warme trui"
 * @param codePairs the same code as three pairs, for large print
 * @param conversation the sealed conversation, with which the way back to this page works without script; empty when it
 *     is shown again
 * @param again the sealed receipt, with which a refresh shows this page again where there is script
 * @param cards help cards that the conversation showed: they matter most to who has just pressed send
 * @param texts the interface's words in this language
 */
public record ReceiptPage(
        Language language,
        String slug,
        String school,
        List<String> paragraphs,
        String code,
        List<String> codePairs,
        String conversation,
        String again,
        List<ChatPage.HelpCard> cards,
        Texts texts) {

    /** Takes defensive copies. */
    public ReceiptPage {
        paragraphs = List.copyOf(paragraphs);
        codePairs = List.copyOf(codePairs);
        cards = List.copyOf(cards);
    }

    @Override
    public String toString() {
        return "ReceiptPage[redacted]";
    }
}
