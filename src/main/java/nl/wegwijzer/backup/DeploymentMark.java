package nl.wegwijzer.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import nl.wegwijzer.seal.Expansion;

/**
 * Tells the deployments apart, so that the erasure keys of one never take the place of another's. It follows from the first
 * thing that was ever audited, which never changes and comes back with a restore.
 */
final class DeploymentMark {
    static final int BYTES = 32;
    /** Of a database in which nothing has happened yet. */
    private static final DeploymentMark NONE = new DeploymentMark(new byte[BYTES]);

    private final byte[] mark;

    private DeploymentMark(byte[] mark) {
        this.mark = mark;
    }

    static DeploymentMark of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select hash from audit where entry = 1 order by happened_at, board_id limit 1")) {
            return rows.next()
                    ? new DeploymentMark(Expansion.of(rows.getBytes(1), "kenmerk van reservekopie", BYTES))
                    : NONE;
        }
    }

    static DeploymentMark read(DataInputStream in) throws IOException {
        return new DeploymentMark(CopyRow.bytes(in, BYTES));
    }

    void write(DataOutputStream out) throws IOException {
        out.write(mark);
    }

    /** Reads what {@link #toString} wrote; empty when it is something else. */
    static Optional<DeploymentMark> parse(String text) {
        try {
            byte[] mark = HexFormat.of().parseHex(text);
            return mark.length == BYTES ? Optional.of(new DeploymentMark(mark)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether this is the same deployment as an earlier one was, or that one was still empty. */
    boolean continues(DeploymentMark earlier) {
        return equals(earlier) || earlier.equals(NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeploymentMark same && Arrays.equals(mark, same.mark);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mark);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(mark);
    }
}
