package nl.wegwijzer.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nl.wegwijzer.seal.ContentKey;

/** One received file, sealed on disk until its upload is deleted. */
final class StagedPicture {
    private static final int RECORD_BYTES = StagedUpload.PIECE_BYTES + StagedUpload.SEAL_BYTES;

    private final Path path;
    private final ContentKey key;
    private final long start;
    private final long length;
    private final byte[] digest;

    StagedPicture(Path path, ContentKey key, long start, long length, byte[] digest) {
        this.path = path;
        this.key = key;
        this.start = start;
        this.length = length;
        this.digest = digest;
    }

    /** Returns the SHA-256 of what was received. */
    byte[] digest() {
        return digest.clone();
    }

    /** Opens it for one reader; blocks, so on a worker. */
    Opened open() throws IOException {
        return new Opened(FileChannel.open(path, StandardOpenOption.READ));
    }

    @Override
    public String toString() {
        return "StagedPicture[redacted]";
    }

    /** Reads it piece by piece; holds one piece in the clear. */
    final class Opened implements PictureSource, AutoCloseable {
        private final FileChannel channel;
        private byte[] piece = new byte[0];
        private long pieceNumber = -1;

        private Opened(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public int read(long position, byte[] into, int offset, int count) throws IOException {
            if (position >= length) {
                return -1;
            }
            load(position / StagedUpload.PIECE_BYTES);
            int from = (int) (position % StagedUpload.PIECE_BYTES);
            int available = Math.min(count, piece.length - from);
            System.arraycopy(piece, from, into, offset, available);
            return available;
        }

        private void load(long number) throws IOException {
            if (number == pieceNumber) {
                return;
            }
            long plain = Math.min(StagedUpload.PIECE_BYTES, length - number * StagedUpload.PIECE_BYTES);
            long position = start + number * RECORD_BYTES;
            ByteBuffer sealed = ByteBuffer.allocate((int) plain + StagedUpload.SEAL_BYTES);
            while (sealed.hasRemaining() && channel.read(sealed, position + sealed.position()) >= 0) {
                // a read may bring less than was asked
            }
            piece = key.decrypt(StagedUpload.place(position), sealed.array());
            pieceNumber = number;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
