package nl.wegwijzer.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.seal.ContentKey;
import nl.wegwijzer.seal.UnsealException;

/**
 * The rows of a table that belongs to reports, each as a whole under the erasure key of its report: with that key gone,
 * nothing of them is left, not even who held the report.
 */
final class SealedRows {
    private static final int MOST_BYTES = 1 << 27;

    private SealedRows() {}

    /**
     * Writes those rows whose report has a key; what is being erased has none any more.
     *
     * @param copy what the table's {@link Table#copyOut} gives
     * @return how many were written
     */
    static long write(InputStream copy, Table table, ErasureKeys keys, DataOutputStream out) throws IOException {
        DataInputStream rows = new DataInputStream(copy);
        CopyStream.skipHeader(rows);
        long written = 0;
        for (Optional<CopyRow> row = CopyRow.read(rows); row.isPresent(); row = CopyRow.read(rows)) {
            ReportRef report = table.reportOf(row.get());
            Optional<ContentKey> key = keys.of(report);
            if (key.isPresent()) {
                byte[] sealed = key.get().encrypt(report.place(table), row.get().bytes());
                out.writeInt(sealed.length);
                report.write(out);
                out.write(sealed);
                written++;
            }
        }
        out.writeInt(0);
        return written;
    }

    /** Opens what {@link #write} wrote, and passes over the rows whose key is gone. */
    static final class Opened implements CopyStream.Rows {
        private final DataInputStream in;
        private final Table table;
        private final ErasureKeys keys;
        private final List<ReportRef> reports = new ArrayList<>();
        private long read;

        Opened(DataInputStream in, Table table, ErasureKeys keys) {
            this.in = in;
            this.table = table;
            this.keys = keys;
        }

        @Override
        public Optional<CopyRow> next() throws IOException {
            for (int length = Manifest.count(in, MOST_BYTES); length > 0; length = Manifest.count(in, MOST_BYTES)) {
                ReportRef report = ReportRef.read(in);
                byte[] sealed = CopyRow.bytes(in, length);
                read++;
                Optional<ContentKey> key = keys.of(report);
                if (key.isPresent()) {
                    if (table.name().equals(Table.REPORT)) {
                        reports.add(report);
                    }
                    return Optional.of(open(key.get(), report, sealed));
                }
            }
            return Optional.empty();
        }

        private CopyRow open(ContentKey key, ReportRef report, byte[] sealed) {
            try {
                return CopyRow.of(key.decrypt(report.place(table), sealed));
            } catch (UnsealException another) {
                throw new BackupException("An erasure key does not open what this backup holds.", another);
            }
        }

        /** Returns the reports that came back; none of a table of parts. */
        List<ReportRef> reports() {
            return List.copyOf(reports);
        }

        /** Returns how many rows there were, also those that were passed over. */
        long read() {
            return read;
        }
    }
}
