package nl.wegwijzer.retention;

/**
 * How long content is kept. No law fixes this (domain §3); a board or a school may choose within bounds.
 *
 * @param daysAfterClosing days between the closing of a case, or the last word in it, and its erasure: 30 to 365
 * @param capMonths months after receipt at which it ends whatever its status: 6 to 24
 */
public record Term(int daysAfterClosing, int capMonths) {
    /** Shortest time after closing: a reporter must have time to come back and read the last answer. */
    public static final int FEWEST_DAYS = 30;
    /** Longest time after closing. */
    public static final int MOST_DAYS = 365;
    /** Shortest cap: a case may need half a school year. */
    public static final int FEWEST_MONTHS = 6;
    /** Longest cap: the two years of domain §3. */
    public static final int MOST_MONTHS = 24;
    /** What holds where nobody chose: 90 days, two years (domain §3). */
    public static final Term STANDARD = new Term(90, MOST_MONTHS);

    /** Refuses what is out of bounds with {@link IllegalArgumentException}, in words for whoever set it. */
    public Term {
        if (daysAfterClosing < FEWEST_DAYS || daysAfterClosing > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "Content is kept " + FEWEST_DAYS + " to " + MOST_DAYS + " days after closing.");
        }
        if (capMonths < FEWEST_MONTHS || capMonths > MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "Content is kept at most " + FEWEST_MONTHS + " to " + MOST_MONTHS + " months after receipt.");
        }
    }
}
