package nl.wegwijzer.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryTest {

    private static List<String> words(String text) {
        return Story.of(text).tokens().stream().map(Token::word).toList();
    }

    @Test
    void cutsWordsEmojiNumbersAndMarks() {
        assertThat(words("Hoi!! m'n tas is 2x weg 😭😭\nhelp"))
                .containsExactly("hoi", "!!", "mn", "tas", "is", "2x", "weg", "😭", "\n", "help");
    }

    @Test
    void seesThroughInvisibleCharacters() {
        assertThat(words("z\u200be\u200cl\u00adf\ufeff")).containsExactly("zelf");
        assertThat(words("a\u0000b")).containsExactly("ab");
    }

    @Test
    void foldsAccentsCapitalsAndLongDrawnLetters() {
        assertThat(words("NEEEEEE conciërge ﬁets Ｈｏｉ")).containsExactly("nee", "concierge", "fiets", "hoi");
    }

    @Test
    void keepsTheirPlaceInTheText() {
        Story story = Story.of("  Hij  sloeg!");
        assertThat(story.typed(0, 1)).isEqualTo("Hij  sloeg");
    }

    @Test
    void readsTheBeginningAndTheEndOfAnEndlessText() {
        Story story = Story.of("begin " + "x ".repeat(100_000) + " einde");
        assertThat(story.tokens()).hasSizeLessThan(20_000);
        assertThat(story.tokens().get(0).word()).isEqualTo("begin");
        assertThat(story.tokens().get(story.tokens().size() - 1).word()).isEqualTo("einde");
    }

    @ParameterizedTest
    @CsvSource({
        "vermoorden,fermoorden",
        "zelfmoord,selfmoort",
        "verm00rden,vermoorden",
        "altijd,altyt",
        "echt,egt",
        "blauw,blouw",
        "n44kt,naakt",
        "sch00l,school"
    })
    void givesWordsThatSoundAlikeOneKey(String one, String other) {
        assertThat(Folding.soundKey(one)).isEqualTo(Folding.soundKey(other));
    }
}
