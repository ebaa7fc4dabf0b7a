package nl.wegwijzer.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A stream of unknown length inside another: pieces with their length in front, closed by an empty one. */
final class Pieces {
    private Pieces() {}

    /** Writes a stream in pieces. */
    static final class Output extends OutputStream {
        private final DataOutputStream out;

        Output(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int count) throws IOException {
            if (count > 0) {
                out.writeInt(count);
                out.write(data, offset, count);
            }
        }

        /** Writes the empty piece; nothing may be written after it. */
        void finish() throws IOException {
            out.writeInt(0);
        }
    }

    /** Reads what {@link Output} wrote, up to and with its end. */
    static final class Input extends InputStream {
        private final DataInputStream in;
        private int left;
        private boolean ended;

        Input(DataInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (left == 0 && !ended) {
                left = in.readInt();
                ended = left == 0;
            }
            if (ended) {
                return -1;
            }
            int read = left < 0 ? -1 : in.read(target, offset, Math.min(count, left));
            if (read < 0) {
                throw new EOFException("a piece has no end");
            }
            left -= read;
            return read;
        }
    }
}
