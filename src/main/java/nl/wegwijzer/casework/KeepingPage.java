package nl.wegwijzer.casework;

import java.util.List;

/**
 * The administrator's page on how long content is kept; it holds terms and numbers, never a report.
 *
 * @param terms what holds now, one sentence each
 * @param coming what will hold later, one sentence each
 * @param months how many reports end in which month, the nearest first
 * @param notYet what has no day yet, one sentence each
 */
public record KeepingPage(List<String> terms, List<String> coming, List<Month> months, List<String> notYet) {

    /** Takes defensive copies. */
    public KeepingPage {
        terms = List.copyOf(terms);
        coming = List.copyOf(coming);
        months = List.copyOf(months);
        notYet = List.copyOf(notYet);
    }

    /**
     * A month.
     *
     * @param name in words, with the year
     * @param reports how many end in it
     * @param postponed how many of them were put off before
     */
    public record Month(String name, String reports, String postponed) {}
}
