package nl.wegwijzer.page;

import java.util.List;

/**
 * A calm page on the officials' side: signed out, not found, expired, busy.
 *
 * @param paragraphs what it means and what to do now
 * @param linkLabel words of the one link, empty for none
 * @param linkHref where it goes
 */
public record NoticePage(String title, List<String> paragraphs, String linkLabel, String linkHref) {

    /** Takes a defensive copy. */
    public NoticePage {
        paragraphs = List.copyOf(paragraphs);
    }
}
