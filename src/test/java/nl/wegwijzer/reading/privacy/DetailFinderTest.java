package nl.wegwijzer.reading.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wegwijzer.reading.IdentifyingDetail;
import nl.wegwijzer.reading.IdentifyingDetail.Kind;
import nl.wegwijzer.reading.text.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailFinderTest {

    private final DetailFinder finder = new DetailFinder(List.of("# namen", "sanne", "mohamed", "~mees"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail me op sanne.x@voorbeeld.nl|EMAIL|sanne.x@voorbeeld.nl",
                "bel 06-12345678 maar|TELEFOON|06-12345678",
                "of +31 6 1234 5678|TELEFOON|+31 6 1234 5678",
                "ik zit in klas 3b|KLAS|klas 3b",
                "uit 2 havo|KLAS|2 havo",
                "uit h4c|KLAS|h4c",
                "groep 7|KLAS|groep 7",
                "ik woon Dorpsstraat 12a|ADRES|Dorpsstraat 12a",
                "postcode 1234 AB|ADRES|1234 AB",
                "ik heet xanthippe|NAAM|xanthippe",
                "het was sanne|NAAM|sanne",
                "het was Mees|NAAM|Mees",
                "meneer Jansen zag het|NAAM|Jansen",
                "ik ben de enige met een rolstoel in de klas|UNIEK|ben de enige met een rolstoel in de klas"
            })
    void pointsOutWhatMayGiveTheWriterAway(String text, Kind kind, String words) {
        assertThat(finder.find(Story.of(text)))
                .extracting(IdentifyingDetail::kind, IdentifyingDetail::text)
                .contains(org.assertj.core.groups.Tuple.tuple(kind, words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ik word gepest in de klas",
                "de mees vloog weg",
                "meneer zegt niks",
                "het kost 3 euro",
                "ze lachten 2x",
                "om 10 uur"
            })
    void leavesOrdinaryWordsAlone(String text) {
        assertThat(finder.find(Story.of(text))).isEmpty();
    }

    @Test
    void givesOffsetsThatCutTheTextInOrder() {
        String text = "Sanne uit klas 3b (06 12345678) en Mohamed";
        List<IdentifyingDetail> details = finder.find(Story.of(text));
        assertThat(details).hasSize(4);
        int end = 0;
        for (IdentifyingDetail detail : details) {
            assertThat(detail.start()).isGreaterThanOrEqualTo(end);
            assertThat(text.substring(detail.start(), detail.end())).isEqualTo(detail.text());
            end = detail.end();
        }
    }
}
