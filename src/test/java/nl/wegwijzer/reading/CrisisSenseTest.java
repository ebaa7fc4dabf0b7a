package nl.wegwijzer.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import nl.wegwijzer.reading.model.Committee;
import nl.wegwijzer.reading.model.Danger;
import nl.wegwijzer.reading.model.ModelSet;
import nl.wegwijzer.reading.model.ModelSource;
import nl.wegwijzer.reading.text.Story;
import org.junit.jupiter.api.Test;

class CrisisSenseTest {

    private static final String ORDINARY =
            "Maandag begon de week met wiskunde en dat was best saai. We kregen onze toets"
                    + " terug en ik had een zes. Daarna zijn we met de klas naar de mediatheek gegaan voor het profielwerkstuk. "
                    + "Mijn groepje wil iets doen over windmolens en ik heb al drie boeken gevonden. ";

    private static final String REST =
            " In de pauze hebben we tafeltennis gespeeld en ik heb twee keer gewonnen. Woensdag"
                    + " is het rooster anders door de ouderavond. Ik hoop dat de bus dan wel op tijd is.";

    private static final String DANGER = "Mijn stiefvader slaat mij bijna elke avond en ik durf niet naar huis.";

    private static final ModelSet MODELS = ModelSet.load(ModelSource.classPath());
    private static final CrisisSense SENSE = new CrisisSense(MODELS.features(), MODELS.committee());

    private static Committee.Impression whole(Story story) {
        return MODELS.committee().read(MODELS.features().extract(story));
    }

    private static double alone(String text) {
        return 1 - whole(Story.of(text)).probabilities(MODELS.committee().danger())[Danger.GEEN.ordinal()];
    }

    private static CrisisSense.Sensed sense(String text) {
        Story story = Story.of(text);
        return SENSE.sense(story, MODELS.features().findings(story), whole(story));
    }

    private static double sensed(String text) {
        return sense(text).danger();
    }

    @Test
    void seesOneSentenceOfDangerInALongStory() {
        String story = ORDINARY + DANGER + REST;

        assertThat(sensed(story)).isGreaterThan(2 * alone(story)).isGreaterThan(2 * sensed(ORDINARY + REST));
    }

    @Test
    void seesDangerInTheLastSentenceOfAVeryLongStory() {
        String harmless = "Het was druk in de gang. ".repeat(200);

        assertThat(sensed(harmless + DANGER)).isGreaterThan(CrisisSense.ALARM_IN_LONG_STORY);
        assertThat(sensed(harmless)).isLessThan(CrisisSense.ALARM_IN_LONG_STORY);
    }

    @Test
    void readsAShortStoryAsAWhole() {
        assertThat(sensed(DANGER)).isEqualTo(alone(DANGER));
    }

    @Test
    void givesProbabilitiesThatSumToOne() {
        assertThat(Arrays.stream(sense(ORDINARY + DANGER + REST).dangers()).sum())
                .isCloseTo(1, within(1e-9));
    }
}
