package nl.wegwijzer.attachment;

import java.io.IOException;
import java.util.Arrays;

/**
 * Walks through the chunks of a WebP (RFC 9649) to its end: size, orientation, and that nothing comes behind it. The size
 * is written twice, for the canvas and for what is drawn on it; the larger counts.
 */
final class WebpStructure {
    private static final int BEFORE_SIZE = 4;
    private static final int AFTER_SIZE = 8;
    private static final int LARGEST_EXIF = 64 * 1024;
    private static final int SIDE_BITS = 0x3FFF;

    private final SourceBytes bytes;
    private int width;
    private int height;
    private int orientation = 1;
    private int drawings;

    private WebpStructure(PictureSource source) {
        bytes = new SourceBytes(source);
    }

    /**
     * Reads the structure.
     *
     * @throws RefusedPictureException when it is damaged, moves, or hides another file
     */
    static PictureShape read(PictureSource source) throws IOException {
        return new WebpStructure(source).walk();
    }

    private PictureShape walk() throws IOException {
        bytes.skip(BEFORE_SIZE);
        long end = AFTER_SIZE + bytes.littleEndian32();
        if (end > bytes.length()) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        bytes.skip(4);
        while (bytes.position() + AFTER_SIZE <= end) {
            chunk();
        }
        if (bytes.length() > end + (end & 1)) {
            throw new RefusedPictureException(Refusal.VERSTOPT);
        }
        if (drawings != 1) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        return new PictureShape(PictureShape.Format.WEBP, width, height, orientation);
    }

    private void chunk() throws IOException {
        String type = bytes.letters(4);
        long length = bytes.littleEndian32();
        long begin = bytes.position();
        switch (type) {
            case "VP8X" -> {
                bytes.skip(4);
                grow(bytes.littleEndian24() + 1, bytes.littleEndian24() + 1);
            }
            case "VP8 " -> {
                bytes.skip(6);
                grow(bytes.littleEndian16() & SIDE_BITS, bytes.littleEndian16() & SIDE_BITS);
                drawings++;
            }
            case "VP8L" -> {
                bytes.skip(1);
                int packed = (int) bytes.littleEndian32();
                grow((packed & SIDE_BITS) + 1, (packed >>> 14 & SIDE_BITS) + 1);
                drawings++;
            }
            case "EXIF" -> {
                if (length <= LARGEST_EXIF) {
                    orientation = ExifOrientation.read(withoutPrefix(bytes.bytes((int) length)));
                }
            }
            case "ANIM", "ANMF" -> throw new RefusedPictureException(Refusal.FILM);
            default -> {
                // colour profile, transparency, notes: not needed here
            }
        }
        bytes.moveTo(Math.min(begin + length + (length & 1), bytes.length()));
    }

    private void grow(int newWidth, int newHeight) {
        width = Math.max(width, newWidth);
        height = Math.max(height, newHeight);
    }

    /** Some programs write the mark that EXIF has inside a JPEG. */
    private static byte[] withoutPrefix(byte[] exif) {
        boolean marked = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x';
        return marked ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
    }
}
