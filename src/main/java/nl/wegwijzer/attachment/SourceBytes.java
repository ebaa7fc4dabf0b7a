package nl.wegwijzer.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Walks through a file's structure, byte by byte. Where the file breaks off, it is refused as damaged. */
final class SourceBytes {
    private static final int BUFFER_BYTES = 8 * 1024;

    private final PictureSource source;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long bufferStart;
    private int bufferLength;
    private long position;

    SourceBytes(PictureSource source) {
        this.source = source;
    }

    long position() {
        return position;
    }

    long length() {
        return source.length();
    }

    long left() {
        return source.length() - position;
    }

    void moveTo(long newPosition) {
        if (newPosition < 0 || newPosition > source.length()) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        position = newPosition;
    }

    void skip(long count) {
        moveTo(position + count);
    }

    int next() throws IOException {
        if (position < bufferStart || position >= bufferStart + bufferLength) {
            bufferLength = Math.max(0, source.read(position, buffer, 0, BUFFER_BYTES));
            bufferStart = position;
            if (bufferLength == 0) {
                throw new RefusedPictureException(Refusal.KAPOT);
            }
        }
        return buffer[(int) (position++ - bufferStart)] & 0xFF;
    }

    int bigEndian16() throws IOException {
        return next() << 8 | next();
    }

    long bigEndian32() throws IOException {
        return (long) bigEndian16() << 16 | bigEndian16();
    }

    int littleEndian16() throws IOException {
        return next() | next() << 8;
    }

    int littleEndian24() throws IOException {
        return littleEndian16() | next() << 16;
    }

    long littleEndian32() throws IOException {
        return littleEndian16() | (long) littleEndian16() << 16;
    }

    byte[] bytes(int count) throws IOException {
        if (count > left()) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) next();
        }
        return bytes;
    }

    /** Returns the next bytes as text, one character each. */
    String letters(int count) throws IOException {
        return new String(bytes(count), StandardCharsets.ISO_8859_1);
    }
}
