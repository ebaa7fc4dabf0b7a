package nl.wegwijzer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.wegwijzer.seal.Randomness;
import org.junit.jupiter.api.Test;

class ReceiptWordsTest {
    private final ReceiptWords words = ReceiptWords.load();

    @Test
    void aCodeIsWorthAtLeastSixtyTwoBits() {
        assertThat(words.bits()).isGreaterThanOrEqualTo(ReceiptWords.REQUIRED_BITS);
    }

    @Test
    void theSameSeedGivesTheSameCodeAndAnotherSeedAnother() {
        byte[] seed = Randomness.bytes(16);

        assertThat(words.ofSeed(seed)).isEqualTo(words.ofSeed(seed));
        Set<Receipt> codes = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            codes.add(words.ofSeed(Randomness.bytes(16)));
        }
        assertThat(codes).hasSize(500);
    }

    @Test
    void aCodeIsReadHoweverItIsTyped() {
        for (int i = 0; i < 200; i++) {
            Receipt receipt = words.ofSeed(Randomness.bytes(16));

            assertThat(words.parse(receipt.shown())).contains(receipt);
            assertThat(words.parse(receipt.normal())).contains(receipt);
            assertThat(words.parse(
                            "  " + receipt.shown().toUpperCase(Locale.ROOT).replace(" · ", "\n") + "!"))
                    .contains(receipt);
            assertThat(words.parse(receipt.normal().replace(' ', '-'))).contains(receipt);
        }
    }

    @Test
    void oneSlipOfTheFingerIsForgivenWhenOnlyOneWordIsMeant() {
        ReceiptWords few = listOf(List.of("blije", "snelle", "warme"), List.of("tijger", "fiets", "trui"));
        Receipt meant = few.parse("blije tijger snelle fiets warme trui").orElseThrow();

        assertThat(few.parse("bilje tijger snele fiets wqrme truii")).contains(meant);
        assertThat(few.parse("tijger blije snelle fiets warme trui")).isEmpty();
    }

    @Test
    void whatCannotBeACodeIsNoCode() {
        assertThat(words.parse("")).isEmpty();
        assertThat(words.parse("hallo daar")).isEmpty();
        assertThat(words.parse("\u0000😭 \u202e")).isEmpty();
        assertThat(words.parse("a".repeat(100_000))).isEmpty();
    }

    @Test
    void slipsAreOneLetterOnly() {
        assertThat(ReceiptWords.oneSlipApart("trui", "tru")).isTrue();
        assertThat(ReceiptWords.oneSlipApart("trui", "truii")).isTrue();
        assertThat(ReceiptWords.oneSlipApart("trui", "trii")).isTrue();
        assertThat(ReceiptWords.oneSlipApart("trui", "turi")).isTrue();
        assertThat(ReceiptWords.oneSlipApart("trui", "tuir")).isFalse();
        assertThat(ReceiptWords.oneSlipApart("trui", "tr")).isFalse();
    }

    @Test
    void poorListsAreRefused() {
        assertThatThrownBy(() -> new ReceiptWords(List.of("blije"), List.of("tijger")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bits");
        assertThatThrownBy(() -> listOf(List.of("blije", "blije"), List.of("tijger")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> listOf(List.of("blije"), List.of("Tijger"))).hasMessageContaining("plain");
    }

    @Test
    void aCodeDoesNotPrint() {
        Receipt receipt = words.ofSeed(Randomness.bytes(16));

        assertThat(receipt.toString()).isEqualTo("Receipt[redacted]");
    }

    /** Short lists, filled up with made-up words until they are worth enough. */
    private static ReceiptWords listOf(List<String> adjectives, List<String> nouns) {
        return new ReceiptWords(filled(adjectives, "q"), filled(nouns, "z"));
    }

    private static List<String> filled(List<String> words, String letter) {
        List<String> filled = new ArrayList<>(words);
        for (int i = 0; i < 1_500; i++) {
            filled.add(letter.repeat(3) + (char) ('a' + i / 676) + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26));
        }
        return filled;
    }
}
