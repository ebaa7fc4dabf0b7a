package nl.wegwijzer.report;

import java.time.LocalDate;
import nl.wegwijzer.taxonomy.ReporterKind;

/** What a correct code leads to. */
public sealed interface FoundReport {

    /** The report itself. */
    record Readable(ReporterKey key) implements FoundReport {}

    /**
     * A report whose content was erased not long ago. Only this is left to say.
     *
     * @param on the day on which it became unreadable
     * @param reporter who told it, so that they are spoken to as before
     */
    record Erased(LocalDate on, ReporterKind reporter) implements FoundReport {}
}
