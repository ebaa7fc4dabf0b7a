package nl.wegwijzer.casework;

import java.util.List;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * The reports that one official may read.
 *
 * @param unread number of rows with something new
 * @param open number of rows that are not closed
 * @param rows most pressing first
 */
public record InboxPage(int unread, int open, List<Row> rows) {

    /** Takes a defensive copy. */
    public InboxPage {
        rows = List.copyOf(rows);
    }

    /**
     * One report in the list.
     *
     * @param href path of the case, e.g. {@code /medewerker/melding/…}
     * @param urgency how soon someone must look
     * @param urgencyLabel the same in words
     * @param category label in words, "Nog niet duidelijk" when nobody could tell
     * @param status in words, with the remark that it does not open for whoever lost their keys
     * @param school name of the school
     * @param received day in words
     * @param answerBefore day in words, empty when it was answered
     * @param late whether that day has passed
     * @param unread whether something in it is new to this official
     * @param erased on which day it is erased, in words; empty while that is far away
     * @param lastCall whether its reporter still waits for an answer and waiting longer is not possible
     */
    public record Row(
            String href,
            Urgency urgency,
            String urgencyLabel,
            String category,
            String status,
            String school,
            String received,
            String answerBefore,
            boolean late,
            boolean unread,
            String erased,
            boolean lastCall) {}
}
