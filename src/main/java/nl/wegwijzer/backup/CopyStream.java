package nl.wegwijzer.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Rows one by one as the stream that PostgreSQL's binary COPY takes. One row is in memory. */
final class CopyStream extends InputStream {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final byte[] TRAILER = {-1, -1};

    private final Rows rows;
    // behind the signature no flags and no extension
    private byte[] piece = Arrays.copyOf(SIGNATURE, SIGNATURE.length + 2 * Integer.BYTES);
    private int position;
    private boolean ended;

    CopyStream(Rows rows) {
        this.rows = rows;
    }

    /** Where the rows come from. */
    interface Rows {
        /** Returns the next; empty when there are no more. */
        Optional<CopyRow> next() throws IOException;
    }

    /**
     * Reads what stands before the first row of a stream.
     *
     * @throws BackupException when it is no such stream
     */
    static void skipHeader(DataInputStream in) throws IOException {
        byte[] signature = in.readNBytes(SIGNATURE.length);
        if (!Arrays.equals(signature, SIGNATURE) || in.readInt() != 0) {
            throw new BackupException("The rows of a table come in a form that is not known here.");
        }
        CopyRow.bytes(in, Math.max(0, in.readInt()));
    }

    @Override
    public int read() throws IOException {
        return filled() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int part = Math.min(count, piece.length - position);
        ByteBuffer.wrap(piece, position, part).get(target, offset, part);
        position += part;
        return part;
    }

    private boolean filled() throws IOException {
        if (position < piece.length) {
            return true;
        }
        if (ended) {
            return false;
        }
        Optional<CopyRow> next = rows.next();
        ended = next.isEmpty();
        piece = next.map(CopyRow::bytes).orElse(TRAILER);
        position = 0;
        return true;
    }
}
