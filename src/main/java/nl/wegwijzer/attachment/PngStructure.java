package nl.wegwijzer.attachment;

import java.io.IOException;

/** Walks through the chunks of a PNG (ISO/IEC 15948) to its end: size, orientation, and that nothing comes behind it. */
final class PngStructure {
    private static final int SIGNATURE_BYTES = 8;
    private static final int CRC_BYTES = 4;
    private static final int HEADER_BYTES = 13;
    private static final int LARGEST_EXIF = 64 * 1024;

    private PngStructure() {}

    /**
     * Reads the structure.
     *
     * @throws RefusedPictureException when it is damaged or hides another file
     */
    static PictureShape read(PictureSource source) throws IOException {
        SourceBytes bytes = new SourceBytes(source);
        bytes.skip(SIGNATURE_BYTES);
        if (bytes.bigEndian32() != HEADER_BYTES || !bytes.letters(4).equals("IHDR")) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        long width = bytes.bigEndian32();
        long height = bytes.bigEndian32();
        bytes.skip(HEADER_BYTES - 8 + CRC_BYTES);
        int orientation = 1;
        boolean drawn = false;
        while (true) {
            long length = bytes.bigEndian32();
            String type = bytes.letters(4);
            if (type.equals("eXIf") && length <= LARGEST_EXIF) {
                orientation = ExifOrientation.read(bytes.bytes((int) length));
                bytes.skip(CRC_BYTES);
            } else {
                bytes.skip(length + CRC_BYTES);
            }
            drawn |= type.equals("IDAT");
            if (type.equals("IEND")) {
                break;
            }
        }
        if (bytes.left() > 0) {
            throw new RefusedPictureException(Refusal.VERSTOPT);
        }
        if (!drawn) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        return new PictureShape(PictureShape.Format.PNG, side(width), side(height), orientation);
    }

    private static int side(long length) {
        if (length > Integer.MAX_VALUE) {
            throw new RefusedPictureException(Refusal.TE_VEEL_BEELDPUNTEN);
        }
        return (int) length;
    }
}
