package nl.wegwijzer.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks through the segments of a JPEG (ITU-T T.81, annex B) to its end: size, orientation, and what comes behind it.
 * Scans are counted, because a small file with thousands of them keeps a decoder busy for an hour.
 */
final class JpegStructure {
    private static final int START = 0xFFD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int TEMPORARY = 0x01;
    private static final int MOST_SCANS = 64;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] SAMSUNG = "SEFT".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FILM = "ftyp".getBytes(StandardCharsets.US_ASCII);

    private final SourceBytes bytes;
    private int width;
    private int height;
    private int orientation = 1;
    private int scans;

    private JpegStructure(PictureSource source) {
        bytes = new SourceBytes(source);
    }

    /**
     * Reads the structure.
     *
     * @throws RefusedPictureException when it is damaged, of a kind that no camera makes, or hides another file
     */
    static PictureShape read(PictureSource source) throws IOException {
        return new JpegStructure(source).walk();
    }

    private PictureShape walk() throws IOException {
        if (bytes.bigEndian16() != START) {
            throw new RefusedPictureException(Refusal.GEEN_FOTO);
        }
        int marker = marker();
        while (marker != END_OF_IMAGE) {
            marker = segment(marker);
        }
        if (scans == 0) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        requireNothingHidden();
        return new PictureShape(PictureShape.Format.JPEG, width, height, orientation);
    }

    /** Reads one segment, and returns the marker of the next. */
    private int segment(int marker) throws IOException {
        if (marker >= FIRST_RESTART && marker <= LAST_RESTART || marker == TEMPORARY) {
            return marker();
        }
        long begin = bytes.position();
        int length = bytes.bigEndian16();
        if (length < 2) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        if (isFrame(marker)) {
            frame(marker);
        } else if (marker == APP1) {
            exif(length - 2);
        }
        bytes.moveTo(begin + length);
        if (marker != START_OF_SCAN) {
            return marker();
        }
        scans++;
        if (scans > MOST_SCANS || width == 0) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        return afterScan();
    }

    private int marker() throws IOException {
        if (bytes.next() != 0xFF) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        int marker = bytes.next();
        while (marker == 0xFF) {
            marker = bytes.next();
        }
        return marker;
    }

    /** Passes over drawn data, in which a marker can't occur by chance. */
    private int afterScan() throws IOException {
        while (true) {
            if (bytes.next() == 0xFF) {
                int marker = bytes.next();
                while (marker == 0xFF) {
                    marker = bytes.next();
                }
                if (marker != 0 && (marker < FIRST_RESTART || marker > LAST_RESTART)) {
                    return marker;
                }
            }
        }
    }

    /** Start of frame; C4, C8 and CC in the same range are tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void frame(int marker) throws IOException {
        boolean drawable = marker <= 0xC2;
        if (!drawable || width != 0) {
            throw new RefusedPictureException(drawable ? Refusal.KAPOT : Refusal.GEEN_FOTO);
        }
        bytes.skip(1);
        height = bytes.bigEndian16();
        width = bytes.bigEndian16();
        int components = bytes.next();
        if (width == 0 || height == 0) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        if (components != 1 && components != 3) {
            // for printers; no phone or camera makes it
            throw new RefusedPictureException(Refusal.GEEN_FOTO);
        }
    }

    private void exif(int length) throws IOException {
        if (length <= EXIF.length || !Arrays.equals(bytes.bytes(EXIF.length), EXIF)) {
            return;
        }
        orientation = ExifOrientation.read(bytes.bytes(length - EXIF.length));
    }

    /**
     * Phones put more behind a picture: a second one with its brightness or depth, a short film, the maker's own notes.
     * That is dropped. Anything else behind it is another file in disguise.
     */
    private void requireNothingHidden() throws IOException {
        long end = bytes.position();
        if (bytes.left() == 0) {
            return;
        }
        byte[] behind = bytes.bytes((int) Math.min(bytes.left(), 8));
        boolean picture = behind.length > 2 && behind[0] == (byte) 0xFF && behind[1] == (byte) 0xD8;
        boolean film = behind.length == 8 && Arrays.equals(behind, 4, 8, FILM, 0, 4);
        boolean padding = onlyZeroesFrom(end);
        if (!picture && !film && !padding && !endsWithSamsungsNotes()) {
            throw new RefusedPictureException(Refusal.VERSTOPT);
        }
    }

    private boolean onlyZeroesFrom(long position) throws IOException {
        bytes.moveTo(position);
        while (bytes.left() > 0) {
            if (bytes.next() != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean endsWithSamsungsNotes() throws IOException {
        bytes.moveTo(bytes.length() - SAMSUNG.length);
        return Arrays.equals(bytes.bytes(SAMSUNG.length), SAMSUNG);
    }
}
