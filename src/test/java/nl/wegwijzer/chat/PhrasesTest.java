package nl.wegwijzer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ze duwt me steeds IN DE GANG!",
                "hij pakt mijn tas af in de fietsenstalling",
                "ze maken filmpjes van me op tiktok",
                "he pushed me on the bus",
            })
    void findsAPlace(String story) {
        assertThat(Cues.tellsWhere(story)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "een jongen uit mijn klas scheldt me uit",
                "ik weet niet waar ik heen moet",
                "ze buspassen zijn gestolen",
                "",
            })
    void findsNoPlaceWhereNoneIsNamed(String story) {
        assertThat(Cues.tellsWhere(story)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"elke dag, echt elke dag", "Gisteren sloeg hij me", "al maanden zo", "it happens every day"})
    void findsATime(String story) {
        assertThat(Cues.tellsWhen(story)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hij doet gemeen", "ik weet niet wanneer het begon", "alweer"})
    void findsNoTimeWhereNoneIsNamed(String story) {
        assertThat(Cues.tellsWhen(story)).isFalse();
    }

    @Test
    void noticesThatAStoryIsAboutSomeoneElse() {
        assertThat(Cues.isAboutSomeoneElse("Mijn vriendin wordt gepest")).isTrue();
        assertThat(Cues.isAboutSomeoneElse("mijn vriendin pest mij")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "is dit echt anoniem?,anoniem",
        "Maar is dit wel anoniem,anoniem",
        "wie leest dit allemaal?,wie_leest",
        "Wat doet een contactpersoon?,contactpersoon",
        "ben je een robot,robot",
        "horen mijn ouders dit??,ouders",
        "are you a robot?,robot",
        "what happens next?,daarna",
    })
    void recognisesAQuestionToTheBot(String text, String topic) {
        assertThat(Enquiries.topic(text)).contains(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ze zeggen dat ik een robot ben",
                "is dit anoniem want mijn meester slaat mij elke dag heel hard",
                "wie leest dit? ik word elke dag geslagen door mijn vader en moeder thuis",
                "ik word gepest",
                "word ik gepest?",
                "ben je een mens vroeg hij en toen sloeg hij me",
            })
    void neverTakesAStoryForAQuestion(String text) {
        assertThat(Enquiries.topic(text)).isEmpty();
    }

    @Test
    void hasAnAnswerToEveryQuestionItRecognises() {
        PhraseList.load("vragen").keys().forEach(topic -> {
            assertThat(Enquiries.topic(
                            PhraseList.load("vragen").of(topic).get(0).strip() + "?"))
                    .contains(topic);
            TextsTest.eachAudience(
                    texts -> assertThat(texts.of("antwoord." + topic)).isNotBlank());
        });
    }
}
