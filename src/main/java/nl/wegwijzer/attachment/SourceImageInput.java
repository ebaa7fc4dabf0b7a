package nl.wegwijzer.attachment;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Gives Java's image readers a file piece by piece. Their own streams would keep all of it in memory, or write it in the
 * clear to a temporary file.
 */
final class SourceImageInput extends ImageInputStreamImpl {
    private final PictureSource source;

    SourceImageInput(PictureSource source) {
        this.source = source;
    }

    @Override
    public long length() {
        return source.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        int read = source.read(streamPos, into, offset, count);
        if (read > 0) {
            streamPos += read;
        }
        return read;
    }
}
