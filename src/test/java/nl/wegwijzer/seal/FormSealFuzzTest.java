package nl.wegwijzer.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;

/** Whatever comes back in a hidden field: it opens as it was sealed, or it is refused by name. */
class FormSealFuzzTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private static final FormSeal SEAL = new FormSeal(Map.of(1, new byte[32], 7, new byte[32]), 7, CLOCK);
    private static final AssociatedData PURPOSE = AssociatedData.of("gesprek", "een school");
    private static final byte[] STATE = "wat iemand vertelde".getBytes(StandardCharsets.UTF_8);
    private static final String HONEST = SEAL.seal(PURPOSE, STATE, Duration.ofHours(1));

    @FuzzTest(maxDuration = "30s")
    void opensNothingThatWasNotSealedHere(FuzzedDataProvider data) {
        String form =
                switch (data.consumeInt(0, 2)) {
                    case 0 -> data.consumeRemainingAsString();
                    case 1 -> Base64.getUrlEncoder().withoutPadding().encodeToString(data.consumeRemainingAsBytes());
                    default -> changed(data);
                };
        try {
            byte[] opened = SEAL.open(PURPOSE, form);
            assertThat(opened).isEqualTo(STATE);
            assertThat(bytes(form)).isEqualTo(bytes(HONEST));
        } catch (UnsealException refused) {
            assertThat(form).isNotEqualTo(HONEST);
        }
    }

    /** Whatever is sealed opens again, and only for its own purpose. */
    @FuzzTest(maxDuration = "30s")
    void opensWhatItSealed(FuzzedDataProvider data) {
        String kind = data.consumeString(20);
        byte[] state = data.consumeRemainingAsBytes();
        String form = SEAL.seal(AssociatedData.of(kind, "a"), state, Duration.ofMinutes(1));

        assertThat(SEAL.open(AssociatedData.of(kind, "a"), form)).isEqualTo(state);
        try {
            SEAL.open(AssociatedData.of(kind + "a"), form);
            throw new AssertionError("opened for another purpose");
        } catch (UnsealException refused) {
            assertThat(refused).isNotInstanceOf(ExpiredSealException.class);
        }
    }

    private static byte[] bytes(String form) {
        return Base64.getUrlDecoder().decode(form);
    }

    /** An honest form with a few bytes replaced, inserted or left out. */
    private static String changed(FuzzedDataProvider data) {
        byte[] honest = bytes(HONEST);
        int from = data.consumeInt(0, honest.length);
        int to = data.consumeInt(from, Math.min(honest.length, from + 64));
        byte[] piece = data.consumeBytes(64);
        byte[] changed = new byte[from + piece.length + honest.length - to];
        System.arraycopy(honest, 0, changed, 0, from);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(honest, to, changed, from + piece.length, honest.length - to);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
    }
}
