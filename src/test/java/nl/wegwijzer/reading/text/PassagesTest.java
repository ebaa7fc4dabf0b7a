package nl.wegwijzer.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassagesTest {

    private static List<String> passages(String text) {
        return Passages.of(Story.of(text)).stream().map(Story::text).toList();
    }

    private static String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + (char) ('a' + i % 26))
                .collect(Collectors.joining(" "));
    }

    @Test
    void areTheSentencesAndEachTwoInARow() {
        assertThat(passages("Het was gym. Ze pakten mijn tas! En toen?"))
                .containsExactly(
                        "Het was gym.",
                        "Het was gym. Ze pakten mijn tas!",
                        "Ze pakten mijn tas!",
                        "Ze pakten mijn tas! En toen?",
                        "En toen?");
    }

    @Test
    void areCutWhereNobodyTypedAFullStop() {
        List<String> passages = passages(words(60));

        assertThat(passages).hasSize(5);
        assertThat(passages.get(0).split(" ")).hasSize(24);
        assertThat(passages.get(1).split(" ")).hasSize(48);
        assertThat(passages.get(4).split(" ")).hasSize(12);
    }

    @Test
    void areWhatWasTypedAndNothingElse() {
        String story = "mijn oom was er , en toen ; " + words(70) + "! Hij zei: kom mee. " + words(30);

        assertThat(passages(story)).isNotEmpty().allSatisfy(passage -> assertThat(story)
                .contains(passage));
    }

    @Test
    void areNoneOfOneShortSentenceOrOfNothing() {
        assertThat(passages("ik wil naar huis")).isEmpty();
        assertThat(passages("")).isEmpty();
        assertThat(passages("... !!! ???")).isEmpty();
    }

    @Test
    void areTheBeginningAndTheEndOfAVeryLongStory() {
        List<String> passages = passages("Eerst dit. " + "Het was druk. ".repeat(1000) + "Toen dat.");

        assertThat(passages).hasSizeLessThan(200).contains("Eerst dit.", "Toen dat.");
    }
}
