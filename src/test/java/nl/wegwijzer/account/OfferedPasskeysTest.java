package nl.wegwijzer.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OfferedPasskeysTest {
    private static final byte[] SECRET = new byte[32];
    private final OfferedPasskeys offered = new OfferedPasskeys(() -> SECRET);

    @Test
    void areAlwaysAsManyAndHoldTheKnownOnes() {
        for (int known = 0; known <= Passkeys.MOST; known++) {
            List<byte[]> own =
                    IntStream.range(0, known).mapToObj(number -> named(number)).toList();

            List<byte[]> names = offered.fillUp(own, "carla", "wandelen door het dorp");

            assertThat(names).hasSize(Passkeys.MOST).containsAll(own).doesNotHaveDuplicates();
            assertThat(names).isSortedAccordingTo(Arrays::compareUnsigned);
        }
    }

    @Test
    void areTheSameOnEveryNodeAndOtherForEveryOtherTry() {
        List<byte[]> names = offered.fillUp(List.of(), "carla", "wandelen door het dorp");

        assertThat(new OfferedPasskeys(() -> SECRET).fillUp(List.of(), "Carla ", "wandelen door het dorp"))
                .containsExactlyElementsOf(names);
        assertThat(offered.fillUp(List.of(), "carla", "wandelen door het dorpje"))
                .doesNotContainAnyElementsOf(names);
        assertThat(offered.fillUp(List.of(), "carl", "a wandelen door het dorp"))
                .doesNotContainAnyElementsOf(names);
        byte[] other = SECRET.clone();
        other[0]++;
        assertThat(new OfferedPasskeys(() -> other).fillUp(List.of(), "carla", "wandelen door het dorp"))
                .doesNotContainAnyElementsOf(names);
    }

    private static byte[] named(int number) {
        byte[] name = new byte[32];
        name[0] = (byte) (40 * number);
        return name;
    }
}
