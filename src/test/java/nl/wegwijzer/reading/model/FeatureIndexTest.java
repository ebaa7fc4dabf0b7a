package nl.wegwijzer.reading.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeatureIndexTest {

    @Test
    void numbersFeaturesInTheOrderInWhichTheyCome() {
        FeatureIndex index = new FeatureIndex(3);

        assertThat(LongStream.of(70, 5, 70, 6).mapToInt(index::add)).containsExactly(0, 1, 0, 2);
        assertThat(index.size()).isEqualTo(3);
    }

    @Test
    void findsWhatWasAddedAndNothingElse() {
        FeatureIndex index = new FeatureIndex(1_000);
        LongStream.rangeClosed(1, 1_000).map(n -> n * 4_096).forEach(index::add);

        assertThat(index.numbers(
                        LongStream.rangeClosed(1, 1_000).map(n -> n * 4_096).toArray()))
                .isSorted()
                .hasSize(1_000)
                .doesNotHaveDuplicates()
                .startsWith(0)
                .endsWith(999);
        assertThat(index.numbers(new long[] {4_095, 4_097})).containsOnly(FeatureIndex.UNKNOWN);
    }
}
