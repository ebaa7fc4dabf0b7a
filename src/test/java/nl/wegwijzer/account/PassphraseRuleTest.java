package nl.wegwijzer.account;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wegwijzer.account.PassphraseRule.Problem;
import org.junit.jupiter.api.Test;

class PassphraseRuleTest {

    @Test
    void takesALongSentence() {
        assertThat(PassphraseRule.judge("fietsen langs de vaart", "fietsen langs de vaart", "sbakker", "Sanne Bakker"))
                .isEmpty();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        String elevenEmoji = "🐯🐱🐶🐭🐹🐰🦊🐻🐼🐨🐮";
        assertThat(judge(elevenEmoji)).contains(Problem.TOO_SHORT);
        assertThat(judge(elevenEmoji + "🐷")).isEmpty();
        assertThat(judge("kort")).contains(Problem.TOO_SHORT);
        assertThat(judge("lang ".repeat(50))).contains(Problem.TOO_LONG);
    }

    @Test
    void refusesTheOwnNameWithTrimmings() {
        assertThat(judge("Sanne Bakker!")).contains(Problem.OWN_NAME);
        assertThat(judge("sannebakker2026")).contains(Problem.OWN_NAME);
        assertThat(judge("sbakkersbakker")).isEmpty();
        assertThat(judge("Sanne Bakker houdt van drop")).isEmpty();
    }

    @Test
    void refusesAFewCharactersRepeated() {
        assertThat(judge("aaaaaaaaaaaa")).contains(Problem.TOO_PLAIN);
        assertThat(judge("121212121212")).contains(Problem.TOO_PLAIN);
    }

    @Test
    void refusesTwoThatDiffer() {
        assertThat(PassphraseRule.judge("fietsen langs de vaart", "fietsen langs de gracht", "sbakker", "Sanne Bakker"))
                .contains(Problem.NOT_THE_SAME);
    }

    private static java.util.Optional<Problem> judge(String passphrase) {
        return PassphraseRule.judge(passphrase, passphrase, "sbakker", "Sanne Bakker");
    }
}
