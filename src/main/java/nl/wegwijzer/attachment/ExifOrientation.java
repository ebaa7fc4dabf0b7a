package nl.wegwijzer.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds how the camera was held in an EXIF block (a small TIFF file). The rest of the block is not looked at. */
final class ExifOrientation {
    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final int TIFF_MARK = 42;

    private ExifOrientation() {}

    /**
     * Reads the block.
     *
     * @param tiff from the byte-order mark on
     * @return 1 to 8; 1 when it does not say, or is damaged: a picture on its side is better than none
     */
    static int read(byte[] tiff) {
        if (tiff.length < 8) {
            return UPRIGHT;
        }
        ByteBuffer block = ByteBuffer.wrap(tiff);
        if (tiff[0] == 'I' && tiff[1] == 'I') {
            block.order(ByteOrder.LITTLE_ENDIAN);
        } else if (tiff[0] != 'M' || tiff[1] != 'M') {
            return UPRIGHT;
        }
        long directory = Integer.toUnsignedLong(block.getInt(4));
        if (block.getShort(2) != TIFF_MARK || directory + 2 > tiff.length) {
            return UPRIGHT;
        }
        int entries = Short.toUnsignedInt(block.getShort((int) directory));
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > tiff.length) {
                return UPRIGHT;
            }
            int at = (int) entry;
            if (Short.toUnsignedInt(block.getShort(at)) == TAG && block.getShort(at + 2) == SHORT) {
                int orientation = Short.toUnsignedInt(block.getShort(at + 8));
                return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
