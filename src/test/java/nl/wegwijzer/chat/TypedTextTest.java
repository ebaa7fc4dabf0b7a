package nl.wegwijzer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "a\\u0000b|ab",
                "a\\u0007\\u001Bb|ab",
                "a\\r\\nb\\rc|a\\nb\\nc",
                "a\\tb|a b",
                "  rand  |rand",
                "a\\u202Eb\\u2066c|abc",
                "a\\uFEFFb\\uFFFEc|abc",
                "e\\u0301|\\u00E9",
                "a\\uD800b|a\\uFFFDb",
                "\\uDC00|\\uFFFD",
                "\\u0645\\u0631\\u062D\\u0628\\u0627|\\u0645\\u0631\\u062D\\u0628\\u0627",
                "\\uD83D\\uDC68\\u200D\\uD83D\\uDC67|\\uD83D\\uDC68\\u200D\\uD83D\\uDC67",
            },
            delimiter = '|')
    void makesTextHarmlessAndKeepsWhatIsRead(String raw, String clean) {
        assertThat(TypedText.clean(unescape(raw))).isEqualTo(unescape(clean));
    }

    @Test
    void countsEmojiAsOneCharacter() {
        assertThat(TypedText.length("😀é")).isEqualTo(2);
        assertThat(TypedText.cut("😀😀😀", 2)).isEqualTo("😀😀");
    }

    @Test
    void keepsALineOfEndlessAccentsShortAndQuick() {
        StringBuilder marks = new StringBuilder("a");
        for (int i = 0; i < 200_000; i++) {
            marks.append(i % 2 == 0 ? '\u0301' : '\u0323');
        }

        String clean =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TypedText.clean(marks.toString()));

        assertThat(clean.length()).isLessThan(40);
    }

    private static String unescape(String text) {
        String unquoted = text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < unquoted.length(); i++) {
            if (unquoted.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(unquoted.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(unquoted.charAt(i));
            }
        }
        return out.toString();
    }
}
