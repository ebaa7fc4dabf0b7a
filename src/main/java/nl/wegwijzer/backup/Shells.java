package nl.wegwijzer.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is left of each report once it is erased: all that an archive holds of a report without its erasure key. Of a
 * report whose key is gone when the archive is put back, the shell takes the report's place.
 */
final class Shells {
    /** The columns that an erased report keeps, in clear; any other is empty in a shell, also one of a later version. */
    private static final Set<String> KEPT = Set.of(
            "school_id",
            "report_id",
            "category",
            "urgency",
            "accused",
            "reporter",
            "anonymous",
            "status",
            "received_on",
            "open_before",
            "opened_on",
            "closed_on",
            "erased_on");

    private static final String ERASED_ON = "erased_on";
    /** PostgreSQL counts days from here. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private Shells() {}

    /** Returns the command that gives the shell of every report. */
    static String copyOut(Table report) {
        return "copy (select " + report.columns().stream().map(Shells::column).collect(Collectors.joining(", "))
                + " from report r) to stdout (format binary)";
    }

    private static String column(String name) {
        return switch (name) {
            case "emptied" -> "true";
            case "first_answer_on" -> """
                    coalesce(r.first_answer_on, (select min(i.written_on) from report_item i
                      where i.school_id = r.school_id and i.report_id = r.report_id and i.author = 'functionaris'))
                    """;
            default -> KEPT.contains(name) ? "r." + Table.quoted(name) : "null";
        };
    }

    /** Takes the shells out of an archive, and passes over those of reports whose key is there. */
    static final class WithoutKey implements CopyStream.Rows {
        private final DataInputStream in;
        private final Table table;
        private final ErasureKeys keys;
        private final byte[] erasedOn;
        private final List<ReportRef> erasedSince = new ArrayList<>();
        private long read;
        private boolean begun;

        /** @param erasedOn what to note for those that were not erased yet when the archive was made */
        WithoutKey(DataInputStream in, Table table, ErasureKeys keys, LocalDate erasedOn) {
            this.in = in;
            this.table = table;
            this.keys = keys;
            this.erasedOn = ByteBuffer.allocate(Integer.BYTES)
                    .putInt((int) ChronoUnit.DAYS.between(FIRST_DAY, erasedOn))
                    .array();
        }

        @Override
        public Optional<CopyRow> next() throws IOException {
            if (!begun) {
                CopyStream.skipHeader(in);
                begun = true;
            }
            Optional<CopyRow> row = shell();
            while (row.isPresent() && keys.of(table.reportOf(row.get())).isPresent()) {
                row = shell();
            }
            return row.map(this::erased);
        }

        private Optional<CopyRow> shell() throws IOException {
            Optional<CopyRow> row = CopyRow.read(in);
            read += row.isPresent() ? 1 : 0;
            return row;
        }

        /** Returns how many shells there were, also those that were passed over. */
        long read() {
            return read;
        }

        private CopyRow erased(CopyRow row) {
            int column = table.columns().indexOf(ERASED_ON);
            if (row.field(column).isPresent()) {
                return row;
            }
            erasedSince.add(table.reportOf(row));
            return row.filled(column, erasedOn);
        }

        /** Returns the reports that were erased after the archive was made. */
        List<ReportRef> erasedSince() {
            return List.copyOf(erasedSince);
        }
    }
}
