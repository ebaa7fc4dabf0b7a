package nl.wegwijzer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneLinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ben je nu in gevaar? Bel 112.|112|tel:112",
                "Of bel de vertrouwensinspecteur: 0900 111 3 111, op werkdagen|0900 111 3 111|tel:09001113111",
                "Bij 113 kun je nu praten|113|tel:113",
                "Bel 0800-0113|0800-0113|tel:08000113",
                "020-261 52 75|020-261 52 75|tel:+31202615275",
            })
    void makesAKnownNumberOneLink(String sentence, String number, String uri) {
        assertThat(PhoneLinks.in(sentence))
                .filteredOn(piece -> !piece.uri().isEmpty())
                .containsExactly(new PhoneLinks.Piece(number, uri));
        assertThat(PhoneLinks.in(sentence).stream().map(PhoneLinks.Piece::text).collect(Collectors.joining()))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nummer 1123", "x112", "lokaal 112-3", "€ 1130", "0900-112"})
    void leavesOtherNumbersAlone(String sentence) {
        assertThat(PhoneLinks.in(sentence)).allMatch(piece -> piece.uri().isEmpty());
    }

    @Test
    void saysANumberTwiceAsTwoLinks() {
        assertThat(PhoneLinks.in("112 of 112"))
                .extracting(PhoneLinks.Piece::text)
                .containsExactly("112", " of ", "112");
    }
}
