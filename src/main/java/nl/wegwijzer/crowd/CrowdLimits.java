package nl.wegwijzer.crowd;

import java.time.Duration;

/**
 * The paces of one node.
 *
 * @param pageTurns turns of one page; nobody answers two questions a second for a minute
 * @param schoolTurns turns at one school
 * @param allTurns turns at all schools together
 * @param pageReports times that one page is sent: the same report is stored once, however often
 * @param schoolReports reports to one school
 * @param allReports reports to all schools together
 * @param messages messages to one report that was sent before
 * @param held how many turns may be kept waiting at a time
 */
public record CrowdLimits(
        Pace pageTurns,
        Pace schoolTurns,
        Pace allTurns,
        Pace pageReports,
        Pace schoolReports,
        Pace allReports,
        Pace messages,
        int held) {

    /** Paces that slow nobody down: for measuring, and for tests that are busier than any school. */
    public static CrowdLimits roomy() {
        Pace roomy = new Pace(1_000_000, Duration.ofMillis(1));
        return new CrowdLimits(roomy, roomy, roomy, roomy, roomy, roomy, roomy, 1);
    }

    /**
     * What a node allows. A school may send a whole class of reports at once, and then one every ten seconds, without
     * being asked for anything; a thousand pupils may be in the chat of one school.
     */
    public static CrowdLimits standard() {
        return new CrowdLimits(
                new Pace(60, Duration.ofMillis(500)),
                new Pace(2_000, Duration.ofMillis(5)),
                new Pace(4_000, Duration.ofNanos(2_500_000)),
                new Pace(4, Duration.ofMinutes(1)),
                new Pace(40, Duration.ofSeconds(10)),
                new Pace(400, Duration.ofMillis(500)),
                new Pace(10, Duration.ofSeconds(30)),
                500);
    }
}
