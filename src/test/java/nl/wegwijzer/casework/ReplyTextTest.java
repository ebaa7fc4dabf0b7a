package nl.wegwijzer.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTextTest {

    @Test
    void keepsWordsLinesAndScripts() {
        assertThat(ReplyText.of("Beste,\r\n\r\nمرحبا 👋🏽\tgroet ").text()).isEqualTo("Beste,\n\nمرحبا 👋🏽\tgroet");
    }

    @Test
    void dropsWhatCantBeSeenAndTurnsTheTextAround() {
        assertThat(ReplyText.of("a\u0000b\u001bc\u202ed\u2066e\ud800f").text()).isEqualTo("abcdef");
        assertThat(ReplyText.of("\u0000 \n").isEmpty()).isTrue();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(ReplyText.of("🐯".repeat(10_000)).isTooLong()).isFalse();
        assertThat(ReplyText.of("🐯".repeat(10_001)).isTooLong()).isTrue();
    }
}
