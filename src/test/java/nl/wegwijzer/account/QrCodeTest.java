package nl.wegwijzer.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    @Test
    void drawsSquaresThatAPhoneReadsBack() throws ChecksumException, FormatException {
        String address = Totp.address(Totp.newSecret(), "sbakker");

        QrCode code = QrCode.of(address);

        BitMatrix squares = new BitMatrix(code.size());
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(code.path());
        int end = 0;
        while (run.find()) {
            assertThat(run.start()).isEqualTo(end);
            end = run.end();
            squares.setRegion(
                    Integer.parseInt(run.group(1)), Integer.parseInt(run.group(2)), Integer.parseInt(run.group(3)), 1);
        }
        assertThat(end).isEqualTo(code.path().length());
        assertThat(new Decoder().decode(squares).getText()).isEqualTo(address);
    }
}
