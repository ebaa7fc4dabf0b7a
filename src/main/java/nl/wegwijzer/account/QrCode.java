package nl.wegwijzer.account;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as the data of one SVG path, which needs neither an image nor a script.
 *
 * @param path dark squares, one unit each, without a margin
 * @param size squares on a side
 */
record QrCode(String path, int size) {

    /**
     * Draws a text.
     *
     * @throws IllegalArgumentException when the text is too long for a QR code
     */
    static QrCode of(String text) {
        BitMatrix squares;
        try {
            squares = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < squares.getHeight(); row++) {
            for (int column = 0; column < squares.getWidth(); column++) {
                int run = darkRun(squares, row, column);
                if (run > 0) {
                    path.append('M').append(column).append(' ').append(row);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                    column += run;
                }
            }
        }
        return new QrCode(path.toString(), squares.getWidth());
    }

    private static int darkRun(BitMatrix squares, int row, int from) {
        int end = from;
        while (end < squares.getWidth() && squares.get(end, row)) {
            end++;
        }
        return end - from;
    }
}
