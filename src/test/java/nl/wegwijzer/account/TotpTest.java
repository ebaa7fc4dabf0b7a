package nl.wegwijzer.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfRfc6238(long seconds, String code) {
        assertThat(Totp.codeAt(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void acceptsTheCodeOfOneStepBeforeAndAfterButNotOfTwo() {
        for (int steps = -3; steps <= 3; steps++) {
            String code = Totp.codeAt(SECRET, NOON.plusSeconds(30L * steps));
            assertThat(Totp.acceptedStep(SECRET, code, NOON, 0).isPresent())
                    .as("%d steps away", steps)
                    .isEqualTo(Math.abs(steps) <= 1);
        }
    }

    @Test
    void refusesACodeThatWasUsed() {
        String code = Totp.codeAt(SECRET, NOON);
        long step = Totp.acceptedStep(SECRET, code, NOON, 0).orElseThrow();

        assertThat(Totp.acceptedStep(SECRET, code, NOON, step)).isEmpty();
        String earlier = Totp.codeAt(SECRET, NOON.minusSeconds(30));
        assertThat(Totp.acceptedStep(SECRET, earlier, NOON, step)).isEmpty();
    }

    @Test
    void readsACodeTypedInTwoGroups() {
        String code = Totp.codeAt(SECRET, NOON);
        String typed = " " + code.substring(0, 3) + " " + code.substring(3);

        assertThat(Totp.acceptedStep(SECRET, typed, NOON, 0)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"''", "abcdef", "1234567", "-12345", "٣٤٥٦٧٨"})
    void refusesWhatIsNoCode(String typed) {
        assertThat(Totp.acceptedStep(SECRET, typed, NOON, 0)).isEmpty();
    }

    @Test
    void writesTheAddressThatAnAuthenticatorReads() {
        assertThat(Totp.address(SECRET, "s. bakker"))
                .isEqualTo("otpauth://totp/Wegwijzer:s.%20bakker?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Wegwijzer&algorithm=SHA1&digits=6&period=30");
    }
}
