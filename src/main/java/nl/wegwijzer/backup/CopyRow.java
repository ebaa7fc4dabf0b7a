package nl.wegwijzer.backup;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One row as PostgreSQL's binary COPY carries it: how many fields, and each with its length in front, which is -1 for
 * null.
 */
final class CopyRow {
    private static final int NULL = -1;
    /** The largest that a field of ours could be; a picture's chunk is far smaller. */
    private static final int MOST_BYTES = 1 << 26;

    private final byte[] bytes;

    private CopyRow(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a row whose bytes were found intact. */
    static CopyRow of(byte[] bytes) {
        return new CopyRow(bytes.clone());
    }

    /**
     * Reads the next row.
     *
     * @return empty where the rows end
     * @throws BackupException when it is no row
     */
    static Optional<CopyRow> read(DataInputStream in) throws IOException {
        int fields = in.readShort();
        if (fields < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(row);
        out.writeShort(fields);
        for (int field = 0; field < fields; field++) {
            int length = in.readInt();
            if (length < NULL || length > MOST_BYTES) {
                throw new BackupException("A row is larger than a backup can hold.");
            }
            out.writeInt(length);
            out.write(bytes(in, Math.max(0, length)));
        }
        return Optional.of(new CopyRow(row.toByteArray()));
    }

    /** Reads that many bytes, and holds no more memory than there are. */
    static byte[] bytes(DataInputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("a row has no end");
        }
        return bytes;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the value of a field, counted from 0; empty when it is null. */
    Optional<byte[]> field(int index) {
        ByteBuffer row = at(index);
        int length = row.getInt();
        if (length == NULL) {
            return Optional.empty();
        }
        byte[] value = new byte[length];
        row.get(value);
        return Optional.of(value);
    }

    /** Returns this row with a value where it has null. */
    CopyRow filled(int index, byte[] value) {
        int at = at(index).position();
        return new CopyRow(ByteBuffer.allocate(bytes.length + value.length)
                .put(bytes, 0, at)
                .putInt(value.length)
                .put(value)
                .put(bytes, at + Integer.BYTES, bytes.length - at - Integer.BYTES)
                .array());
    }

    /** The row, standing where the length of a field stands. */
    private ByteBuffer at(int index) {
        ByteBuffer row = ByteBuffer.wrap(bytes).position(Short.BYTES);
        for (int field = 0; field < index; field++) {
            int length = row.getInt();
            row.position(row.position() + Math.max(0, length));
        }
        return row;
    }
}
