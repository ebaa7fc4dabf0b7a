package nl.wegwijzer.reading.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.wegwijzer.reading.CrisisSignal;
import nl.wegwijzer.reading.model.ModelSource;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.taxonomy.Alert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrisisRulesTest {

    private static final CrisisRules RULES = shipped();

    private static CrisisRules shipped() {
        try {
            byte[] file = ModelSource.classPath().read("lexicon/crisis.rules");
            return CrisisRules.parse(
                    new String(file, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Alert> alerts(String text) {
        return RULES.find(Story.of(text)).signals().stream()
                .map(CrisisSignal::alert)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ik wil niet meer leven|ZELFDODING",
                "ik maak er een eind aan|ZELFDODING",
                "had ik maar niet bestaan|ZELFDODING",
                "soms snij ik mezelf|ZELFDODING",
                "kms|ZELFDODING",
                "iedereen is beter af zonder mij|ZELFDODING",
                "me vriendin wil niet meer leven|ZELFDODING",
                "i want to die|ZELFDODING",
                "i will kill myself|ZELFDODING",
                "denk aan z e l f m o o r d|ZELFDODING",
                "ik denk vaak aan zelf moord|ZELFDODING",
                "hij heeft een mes bij|GEWELD_NU",
                "hij neemt een pistool mee naar school|GEWELD_NU",
                "ze wachten me op|GEWELD_NU",
                "hij gaat me vermoorden|GEWELD_NU",
                "ze is bewusteloos op de wc|MEDISCH",
                "ik ben verkracht|SEKSUEEL_GEWELD",
                "ik ben v3rkracht|SEKSUEEL_GEWELD",
                "hij dwong me|SEKSUEEL_GEWELD",
                "hij zit aan me|SEKSUEEL_GEWELD",
                "ik zei nee|SEKSUEEL_GEWELD",
                "ik durf niet naar huis|THUIS",
                "papa slaat|THUIS",
                "ik word uitgehuwelijkt|THUIS",
                "hij zet mijn naakts online als ik niet betaal|SEXTORTION"
            })
    void raisesTheAlert(String text, Alert alert) {
        assertThat(alerts(text)).contains(alert);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ik ga dood van het lachen",
                "die toets was zelfmoord",
                "ik schaam me dood",
                "ze hebben mijn fiets gestolen",
                "ik ben exposed",
                "mijn telefoon is dood",
                "we hebben een boekverslag over zelfmoord",
                "mijn moeder vermoordt me als ik een onvoldoende haal",
                "wat zijn de openingstijden"
            })
    void staysSilent(String text) {
        assertThat(alerts(text)).isEmpty();
    }

    @Test
    void quotesTheWordsAsTheyWereTyped() {
        assertThat(RULES.find(Story.of("Help. Hij gaat me VermOOrden echt")).signals())
                .contains(new CrisisSignal(Alert.GEWELD_NU, "gaat me VermOOrden"));
    }

    @Test
    void refusesARuleThatItCannotUnderstand() {
        assertThatThrownBy(() -> CrisisRules.parse(List.of("thuis @onbekend")))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageContaining("@onbekend");
        assertThatThrownBy(() -> CrisisRules.parse(List.of("brand huis"))).isInstanceOf(InvalidRuleException.class);
        assertThatThrownBy(() -> CrisisRules.parse(List.of("thuis ~2 huis"))).isInstanceOf(InvalidRuleException.class);
    }
}
