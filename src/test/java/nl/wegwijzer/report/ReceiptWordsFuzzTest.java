package nl.wegwijzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;

/** Whatever somebody types as their code: it is six of our words or it is none, and reading it takes no time. */
class ReceiptWordsFuzzTest {
    private static final ReceiptWords WORDS = ReceiptWords.load();

    @FuzzTest(maxDuration = "30s")
    void readsAnything(FuzzedDataProvider data) {
        check(WORDS.parse(data.consumeRemainingAsString()));
    }

    /** A real code, bent: letters changed, words joined or with other things between them. */
    @FuzzTest(maxDuration = "30s")
    void readsBentCodes(FuzzedDataProvider data) {
        Receipt receipt = WORDS.ofSeed(data.consumeBytes(16));
        StringBuilder typed = new StringBuilder();
        for (String word : receipt.normal().split(" ")) {
            int at = data.consumeInt(0, word.length());
            typed.append(word, 0, at).append(data.consumeString(3)).append(word.substring(at));
            typed.append(data.consumeBoolean() ? " " : data.consumeString(4));
        }

        check(WORDS.parse(typed.toString()));
        assertThat(WORDS.parse(receipt.shown())).contains(receipt);
    }

    private static void check(Optional<Receipt> read) {
        read.ifPresent(receipt -> {
            assertThat(receipt.normal().split(" ")).hasSize(6);
            assertThat(WORDS.parse(receipt.normal())).contains(receipt);
            assertThat(WORDS.parse(receipt.shown())).contains(receipt);
        });
    }
}
