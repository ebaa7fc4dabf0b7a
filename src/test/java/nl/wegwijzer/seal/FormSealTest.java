package nl.wegwijzer.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormSealTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private static final AssociatedData SCHOOL = AssociatedData.of("gesprek", "regenboog");
    private static final AssociatedData OTHER_SCHOOL = AssociatedData.of("gesprek", "kompas");
    private final byte[] firstKey = Randomness.bytes(32);
    private final byte[] secondKey = Randomness.bytes(32);

    private FormSeal sealAt(Instant instant) {
        return new FormSeal(Map.of(1, firstKey), 1, Clock.fixed(instant, ZoneOffset.UTC));
    }

    @Test
    void aFormOpensForItsPurposeUntilItExpires() {
        byte[] state = {1, 2, 3};
        String form = sealAt(NOW).seal(SCHOOL, state, Duration.ofHours(1));

        assertThat(sealAt(NOW.plusSeconds(3_600)).open(SCHOOL, form)).isEqualTo(state);
        assertThatThrownBy(() -> sealAt(NOW.plusSeconds(3_601)).open(SCHOOL, form))
                .isInstanceOf(ExpiredSealException.class);
        assertThatThrownBy(() -> sealAt(NOW).open(OTHER_SCHOOL, form))
                .isInstanceOf(UnsealException.class)
                .isNotInstanceOf(ExpiredSealException.class);
    }

    @Test
    void aFormSealedWithTheOldKeyStillOpensAfterRotation() {
        String form = sealAt(NOW).seal(SCHOOL, new byte[] {7}, Duration.ofHours(1));
        FormSeal rotated = new FormSeal(Map.of(1, firstKey, 2, secondKey), 2, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(rotated.open(SCHOOL, form)).containsExactly(7);
        String newer = rotated.seal(SCHOOL, new byte[] {8}, Duration.ofHours(1));
        assertThatThrownBy(() -> sealAt(NOW).open(SCHOOL, newer)).isInstanceOf(UnsealException.class);
    }

    @Test
    void everyTamperedCharacterIsNoticed() {
        String form = sealAt(NOW).seal(SCHOOL, new byte[] {1, 2, 3}, Duration.ofHours(1));

        for (int i = 0; i < form.length() - 1; i += 7) {
            char other = form.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = form.substring(0, i) + other + form.substring(i + 1);
            assertThatThrownBy(() -> sealAt(NOW).open(SCHOOL, tampered)).isInstanceOf(UnsealException.class);
        }
    }

    @Test
    void rubbishIsRefusedWithoutAnyOtherException() {
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            byte[] rubbish = new byte[random.nextInt(200)];
            random.nextBytes(rubbish);
            String form = round % 2 == 0
                    ? new String(rubbish, java.nio.charset.StandardCharsets.ISO_8859_1)
                    : java.util.Base64.getUrlEncoder().encodeToString(rubbish);
            assertThatThrownBy(() -> sealAt(NOW).open(SCHOOL, form)).isInstanceOf(UnsealException.class);
        }
    }

    @Test
    void lengthsTellOnlyTheBucket() {
        int shortest =
                sealAt(NOW).seal(SCHOOL, new byte[0], Duration.ofHours(1)).length();

        assertThat(sealAt(NOW).seal(SCHOOL, new byte[2_044], Duration.ofHours(1)))
                .hasSize(shortest);
        assertThat(sealAt(NOW).seal(SCHOOL, new byte[2_045], Duration.ofHours(1)))
                .hasSizeGreaterThan(shortest);
        assertThatThrownBy(() -> sealAt(NOW).seal(SCHOOL, new byte[2_000_000], Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
