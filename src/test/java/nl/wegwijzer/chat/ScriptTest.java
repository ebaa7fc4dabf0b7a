package nl.wegwijzer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.wegwijzer.report.NewReport;
import nl.wegwijzer.routing.Notice;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    @Test
    void asksAPupilInTheOrderOfAnExperiencedContactpersoon() {
        Talk talk = Talk.at(Schools.secondary()).until("controle");

        assertThat(talk.met)
                .containsExactly(
                        "wie",
                        "over_wie",
                        "verhaal",
                        "veilig",
                        "wie_doet_dit",
                        "waar",
                        "wanneer",
                        "gezien_door",
                        "al_gedaan",
                        "wens",
                        "niet_gewenst",
                        "stappen",
                        "ontvanger",
                        "naam",
                        "meegaan");
    }

    @Test
    void asksAParentAlsoAboutTheChildAndAboutConcernOrComplaint() {
        Talk talk = Talk.at(Schools.secondary()).says("wie", "ouder").until("controle");

        assertThat(talk.met)
                .containsExactly(
                        "wie",
                        "over_wie",
                        "weet_kind",
                        "verhaal",
                        "veilig",
                        "zegt_kind",
                        "wie_doet_dit",
                        "waar",
                        "wanneer",
                        "gezien_door",
                        "al_gedaan",
                        "wens",
                        "niet_gewenst",
                        "zorg_of_klacht",
                        "stappen",
                        "ontvanger",
                        "naam",
                        "meegaan");
    }

    @Test
    void tellsStaffAboutTheMeldplichtFirst() {
        Talk talk = Talk.at(Schools.secondary()).says("wie", "personeel").until("controle");

        assertThat(talk.met).startsWith("wie", "meldplicht", "over_wie", "verhaal");
    }

    @Test
    void asksWhatItIsAboutOnlyWhenTheReadingIsUnsure() {
        Talk unsure = Talk.at(Schools.secondary())
                .types("verhaal", "het gaat niet goed")
                .until("soort");

        assertThat(unsure.script.next(unsure.conversation).options())
                .filteredOn(Question.Option::selected)
                .hasSize(3)
                .first()
                .extracting(Question.Option::value)
                .isEqualTo("welzijn");
        assertThat(unsure.script.next(unsure.conversation).options())
                .last()
                .extracting(Question.Option::value)
                .isEqualTo("overig");
        assertThat(Talk.at(Schools.secondary()).until("controle").met).doesNotContain("soort");
    }

    @Test
    void asksWhatItIsAboutWhenACrisisRuleContradictsTheReading() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "hij scheldt en heeft me verkracht")
                .until("controle");

        assertThat(talk.met).contains("soort");
    }

    @Test
    void routesToAContactpersoonWhenNobodyKnowsWhatItIsAbout() {
        NewReport report = Talk.at(Schools.secondary())
                .types("verhaal", "het gaat niet goed")
                .says("soort", "weet_niet")
                .report();

        assertThat(report.category()).isEmpty();
        assertThat(report.routing().recipient()).contains(Schools.id(Schools.CONTACT));
    }

    @Test
    void asksWhoDidItAlsoWhenTheStorySaysSoAndMarksTheLikelyAnswer() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "de meester scheldt")
                .until("wie_doet_dit");

        assertThat(talk.script.next(talk.conversation).options())
                .filteredOn(Question.Option::selected)
                .extracting(Question.Option::value)
                .containsExactly("personeel");
    }

    @Test
    void skipsPlaceAndTimeThatTheStoryNames() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "Ze scheldt me elke dag uit in de kleedkamer.")
                .until("controle");

        assertThat(talk.met).doesNotContain("waar", "wanneer").contains("gezien_door");
    }

    @Test
    void asksNoDetailsOfASexualSubject() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "hij heeft me betast")
                .until("controle");

        assertThat(talk.met).doesNotContain("waar", "wanneer", "gezien_door");
        assertThat(said(talk.page())).contains("Je hoeft geen details te vertellen.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ik ben al maanden somber", "een jongen scheldt, ik wil doodgaan"})
    void asksOneSoftQuestionWhenSomeoneFeelsBadOrWantsToDie(String story) {
        Talk talk = Talk.at(Schools.secondary()).types("verhaal", story).until("wie_doet_dit");

        assertThat(said(talk.page())).endsWith("Komt het door iemand? Je hoeft geen naam te noemen.");
        assertThat(talk.page().question().choices().get(0))
                .extracting(ChatPage.Choice::value, ChatPage.Choice::label)
                .containsExactly("onbekend", "Nee, of dat weet ik niet");
        talk.says("wie_doet_dit", "onbekend").until("controle");
        assertThat(talk.met).doesNotContain("waar", "wanneer", "gezien_door").contains("wens");
        assertThat(said(talk.page())).contains("Nee, of dat weet ik niet");
    }

    @Test
    void suggestsNobodyForSadnessAloneButWhoeverElseTheStoryNames() {
        Talk sad = Talk.at(Schools.secondary())
                .types("verhaal", "ik ben somber, ook bij de meester")
                .until("wie_doet_dit");
        Talk bullied = Talk.at(Schools.secondary())
                .types("verhaal", "de meester scheldt en ik wil doodgaan")
                .until("wie_doet_dit");

        assertThat(marked(sad)).containsExactly("onbekend");
        assertThat(marked(bullied)).containsExactly("personeel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hoi", "Test", "help!", "help mij", "😀", "?", "x", "12", "hoiiii hallo"})
    void asksOnceMoreWhenNothingWasToldYetAndThenGoesOn(String text) {
        Talk talk = Talk.at(Schools.secondary()).until("verhaal");

        Turn.Problem asked = talk.refused(Input.type(text));

        assertThat(asked.message())
                .isEqualTo("Vertel in je eigen woorden wat er is gebeurd. Een paar woorden is genoeg.");
        assertThat(asked.typedText()).isEqualTo(text);
        talk.send(Input.choose("hervat")).send(Input.type(text));
        assertThat(talk.asked()).isEqualTo("veilig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gepest", "hij slaat", "help hij slaat me", "مرحبا", "mes", "ik wil doodgaan"})
    void takesAFewWordsForAStory(String text) {
        Talk talk = Talk.at(Schools.secondary()).until("verhaal");

        assertThat(talk.send(Input.type(text)).asked()).isEqualTo("veilig");
    }

    @Test
    void letsAPupilAddToTheStoryInBurstsAndReadsAllOfIt() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "hoi er is iets met gym")
                .until("veilig");
        assertThat(talk.page().question().maxLength()).isPositive();

        talk.send(new Input(List.of("erbij"), "de meester scheldt"));
        assertThat(talk.asked()).isEqualTo("veilig");
        talk.send(new Input(List.of("ja"), "en hij heeft me betast"));

        assertThat(marked(talk.until("wie_doet_dit"))).containsExactly("personeel");
        NewReport report = talk.says("wie_doet_dit", "personeel").report();
        assertThat(text(report, "verhaal")).isEqualTo("hoi er is iets met gym\nde meester scheldt");
        assertThat(text(report, "veilig")).isEqualTo("en hij heeft me betast");
    }

    @Test
    void takesBackWhatWasAddedAndKeepsItToSendAgain() {
        Talk talk = Talk.at(Schools.secondary()).until("veilig");
        talk.send(new Input(List.of("erbij"), "en ze lachen"));

        talk.send(Input.choose("terug"));

        assertThat(talk.conversation.text(QuestionName.VERHAAL)).isEqualTo("een jongen scheldt me uit");
        assertThat(talk.asked()).isEqualTo("veilig");
    }

    @Test
    void addsNothingEmptyTooLongOrAtAnotherQuestion() {
        Talk talk = Talk.at(Schools.secondary()).until("veilig");

        assertThat(talk.refused(Input.choose("erbij")).message()).contains("Er staat nog niets");
        for (int i = 0; i < 9; i++) {
            talk.send(new Input(List.of("erbij"), "x".repeat(2_000)));
        }
        assertThat(talk.refused(new Input(List.of("erbij"), "x".repeat(2_000))).message())
                .contains("te lang");
        talk.until("wens");
        assertThat(talk.refused(new Input(List.of("erbij"), "nog iets")).typedText())
                .isEqualTo("nog iets");
    }

    @Test
    void neverLetsALaterAnswerChangeWhoTheStoryIsAbout() {
        Talk talk = Talk.at(Schools.secondary())
                .types("al_gedaan", "de meester gelooft me niet")
                .types("wens", "dat de meester mij gelooft")
                .types("niet_gewenst", "ik ben bang voor de meester")
                .until("controle");

        assertThat(talk.script.situation(talk.conversation).story().accused()).isEqualTo(Accused.LEERLING);
        assertThat(talk.report().category()).contains(Category.PESTEN);
    }

    @Test
    void takesMoreThanOnePlaceTimeAndWitness() {
        Talk talk = Talk.at(Schools.secondary())
                .types("waar", "bij gym", "op_school", "online", "verder")
                .says("gezien_door", "leerlingen", "volwassene", "verder")
                .until("gezien_door");

        talk.send(new Input(List.of("leerlingen", "terug"), ""));
        talk.until("gezien_door");
        assertThat(talk.page().question().choices())
                .filteredOn(ChatPage.Choice::selected)
                .extracting(ChatPage.Choice::value)
                .containsExactly("leerlingen");

        assertThat(talk.report().content().entries()).anySatisfy(entry -> {
            assertThat(entry.question()).isEqualTo("waar");
            assertThat(entry.values()).containsExactly("op_school", "online");
            assertThat(entry.text()).isEqualTo("bij gym");
        });
        talk.send(Input.choose("wijzig:wens"));
        talk.refused(new Input(List.of("stoppen", "advies"), ""));
    }

    @Test
    void keepsAnAnswerThatTheChangedStoryWouldHaveSpared() {
        Talk talk =
                Talk.at(Schools.secondary()).types("waar", "achter de loods").until("controle");
        talk.send(Input.choose("wijzig:verhaal")).send(Input.type("ze scheldt in de kleedkamer"));

        NewReport report = talk.report();

        assertThat(report.content().entries()).anySatisfy(entry -> {
            assertThat(entry.question()).isEqualTo("waar");
            assertThat(entry.text()).isEqualTo("achter de loods");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"verhaal", "wie_doet_dit", "ontvanger", "controle"})
    void refusesToSkipWhatCannotBeSkipped(String question) {
        Talk talk = Talk.at(Schools.secondary()).until(question);

        talk.refused(Input.choose("weet_niet"));

        assertThat(talk.asked()).isEqualTo(question);
        assertThat(talk.page().question().canSkip()).isFalse();
    }

    @Test
    void letsEverythingElseBeSkipped() {
        Talk talk = Talk.at(Schools.secondary());
        for (QuestionName name : QuestionName.values()) {
            if (!List.of("verhaal", "wie_doet_dit", "ontvanger").contains(name.wire())) {
                talk.says(name.wire(), "weet_niet");
            }
        }

        NewReport report = talk.report();

        assertThat(report.reporter()).isEqualTo(ReporterKind.LEERLING);
        assertThat(report.content().name()).isEmpty();
        assertThat(report.content().entries()).anySatisfy(entry -> {
            assertThat(entry.question()).isEqualTo("wens");
            assertThat(entry.values()).containsExactly("weet_niet");
        });
    }

    @Test
    void tellsAnEmptyAnswerFromASkippedOne() {
        Talk talk = Talk.at(Schools.secondary()).until("waar");
        assertThat(talk.conversation.answer(QuestionName.WAAR)).isEmpty();

        talk.send(Input.choose("verder"));

        assertThat(talk.conversation.answer(QuestionName.WAAR)).contains(new Answer.Given(List.of(), ""));
        talk.send(Input.choose("terug")).send(Input.choose("weet_niet"));
        assertThat(talk.conversation.answer(QuestionName.WAAR)).contains(new Answer.Skipped());
    }

    @Test
    void keepsAnAccusedOfficialOutOfEverything() {
        Talk talk = Talk.at(Schools.secondary())
                .says("wie_doet_dit", "functionaris")
                .says("welke_functionaris", Schools.id(Schools.EXTERNAL))
                .until("ontvanger");

        assertThat(people(talk))
                .doesNotContain(Schools.id(Schools.EXTERNAL))
                .contains(Schools.id(Schools.SECOND_EXTERNAL));
        assertThat(talk.report().routing().forbidden()).containsExactly(Schools.id(Schools.EXTERNAL));
    }

    @Test
    void neverOffersAnExcludedOfficialAndAsksAgainWhenTheChosenOneIsExcludedLater() {
        Talk talk = Talk.at(Schools.secondary())
                .says("ontvanger", Schools.id(Schools.ANTIPEST))
                .until("controle");

        talk.send(Input.choose("wijzig:niet_gewenst"));
        talk.send(new Input(List.of(Schools.id(Schools.ANTIPEST), "verder"), "niet zij"));

        assertThat(talk.asked()).isEqualTo("ontvanger");
        assertThat(people(talk)).doesNotContain(Schools.id(Schools.ANTIPEST));
        talk.refused(Input.choose(Schools.id(Schools.ANTIPEST)));
    }

    @Test
    void keepsTickedPeopleOutEvenWhenTheTextIsSkipped() {
        Talk talk = Talk.at(Schools.secondary()).until("niet_gewenst");

        talk.send(new Input(List.of(Schools.id(Schools.CONTACT), "weet_niet"), ""));

        assertThat(talk.report().routing().forbidden()).containsExactly(Schools.id(Schools.CONTACT));
    }

    @Test
    void saysHonestlyWhenNobodyIsLeft() {
        Talk talk = Talk.at(Schools.secondary())
                .says(
                        "niet_gewenst",
                        Schools.secondary().officials().stream()
                                .map(Schools::id)
                                .toArray(String[]::new))
                .until("ontvanger");

        assertThat(said(talk.page())).contains("niemand over", "0900 111 3 111");
        NewReport report = talk.says("ontvanger", "verder").report();
        assertThat(report.routing().recipient()).isEmpty();
        assertThat(report.routing().notices()).contains(Notice.BEVOEGD_GEZAG);
    }

    @Test
    void treatsTheBoardAsLeadershipThatGetsNoNotice() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "hij heeft me betast")
                .says("wie_doet_dit", "bestuur")
                .until("ontvanger");

        assertThat(said(talk.page())).contains("Het bestuur krijgt geen bericht.");
        NewReport report = talk.report();
        assertThat(report.accused()).isEqualTo(Accused.SCHOOLLEIDING);
        assertThat(report.boardAccused()).isTrue();
    }

    @Test
    void tellsTheReporterOfTheStatutoryNoticeBeforeSending() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "de meester heeft me betast")
                .says("wie_doet_dit", "personeel")
                .until("ontvanger");

        assertThat(said(talk.page())).contains("Dan moet het bestuur van de school dat meteen weten.");
        assertThat(talk.met).doesNotContain("achttien");
        assertThat(talk.report().routing().notices()).contains(Notice.BEVOEGD_GEZAG);
    }

    @Test
    void asksTheAgeInMboAndGivesNoStatutoryNoticeForAnAdult() {
        Talk talk = Talk.at(Schools.vocational())
                .types("verhaal", "de meester heeft me betast")
                .says("wie_doet_dit", "personeel")
                .says("achttien", "ja")
                .until("controle");

        assertThat(talk.met).contains("achttien");
        assertThat(talk.report().routing().notices()).doesNotContain(Notice.BEVOEGD_GEZAG);
    }

    @Test
    void countsAnUnknownAgeAsMinor() {
        Talk talk = Talk.at(Schools.vocational())
                .types("verhaal", "de meester heeft me betast")
                .says("wie_doet_dit", "personeel")
                .says("achttien", "weet_niet");

        assertThat(talk.report().routing().notices()).contains(Notice.BEVOEGD_GEZAG);
    }

    @Test
    void asksForAPhoneNumberOnlyInDangerAndWithoutAName() {
        Talk anonymous = Talk.at(Schools.secondary())
                .types("verhaal", "hij scheldt en heeft een mes bij")
                .types("telefoon", "bel me");
        Talk named = Talk.at(Schools.secondary())
                .types("verhaal", "hij scheldt en heeft een mes bij")
                .types("naam", "Sam", "naam");

        assertThat(anonymous.report().content().contact()).contains("bel me");
        assertThat(anonymous.met).contains("telefoon");
        named.report();
        assertThat(named.met).doesNotContain("telefoon");
    }

    @Test
    void takesTheNameFromTheFirstLineAndTheRestAsContact() {
        NewReport report = Talk.at(Schools.secondary())
                .types("naam", "Sam\nna de les\nbij gym", "naam")
                .report();

        assertThat(report.content().name()).contains("Sam");
        assertThat(report.content().contact()).contains("na de les\nbij gym");
        assertThat(report.content().entries())
                .noneSatisfy(entry -> assertThat(entry.text()).contains("Sam"));
    }

    @Test
    void forgetsATypedNameWhenAnonymousIsChosen() {
        NewReport report =
                Talk.at(Schools.secondary()).types("naam", "Sam", "anoniem").report();

        assertThat(report.content().name()).isEmpty();
        assertThat(report.content().contact()).isEmpty();
    }

    @Test
    void takesOutTheWordsThatAnAnonymousReporterTicks() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "Joris scheldt tegen Fenna, niet tegen Fennabel")
                .types("wens", "dat Fenna rust krijgt")
                .until("details");
        assertThat(talk.page().question().choices())
                .extracting(ChatPage.Choice::label)
                .containsExactly("Joris", "Fenna");

        talk.says("details", Redaction.value("Fenna"), "verder");
        NewReport report = talk.report();

        assertThat(text(report, "verhaal")).isEqualTo("Joris scheldt tegen [weggehaald], niet tegen Fennabel");
        assertThat(text(report, "wens")).isEqualTo("dat [weggehaald] rust krijgt");
        assertThat(talk.page().question().review()).noneSatisfy(line -> assertThat(line.answer())
                .isEqualTo("Joris scheldt tegen Fenna, niet tegen Fennabel"));
    }

    @Test
    void pointsOutNewDetailsThatAppearLater() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "Joris scheldt")
                .says("details", "verder")
                .until("controle");

        talk.send(Input.choose("wijzig:wens")).send(Input.type("dat Fenna rust krijgt"));

        assertThat(talk.asked()).isEqualTo("details");
    }

    @Test
    void leavesAllWordsOfANamedReporter() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "Joris scheldt")
                .types("naam", "Sam", "naam")
                .until("controle");

        assertThat(talk.met).doesNotContain("details");
        assertThat(text(talk.report(), "verhaal")).isEqualTo("Joris scheldt");
    }

    @Test
    void changesOneAnswerAndKeepsTheLaterOnes() {
        Talk talk = Talk.at(Schools.secondary()).types("wens", "rust").until("controle");

        talk.send(Input.choose("wijzig:verhaal"));
        assertThat(talk.page().question().typed()).isEqualTo("een jongen scheldt me uit");
        talk.send(Input.type("twee jongens schelden: hij scheldt"));

        assertThat(talk.asked()).isEqualTo("controle");
        assertThat(text(talk.report(), "wens")).isEqualTo("rust");
    }

    @Test
    void undoesAChangeAndKeepsBothTexts() {
        Talk talk = Talk.at(Schools.secondary()).until("controle");
        talk.send(Input.choose("wijzig:verhaal"));
        Conversation before = talk.conversation;
        talk.send(Input.type("de meester scheldt"));

        talk.send(Input.choose("terug"));

        assertThat(talk.conversation.answers()).isEqualTo(before.answers());
        assertThat(talk.asked()).isEqualTo("verhaal");
        assertThat(talk.page().question().typed()).isEqualTo("de meester scheldt");
        talk.send(Input.choose("terug"));
        assertThat(talk.asked()).isEqualTo("controle");
        assertThat(text(talk.report(), "verhaal")).isEqualTo("een jongen scheldt me uit");
    }

    @Test
    void letsTheReporterCorrectWhatItIsAbout() {
        Talk talk = Talk.at(Schools.secondary()).until("controle");
        assertThat(talk.page().question().review())
                .anySatisfy(line -> assertThat(line.answer()).isEqualTo("Pesten"));

        talk.send(Input.choose("wijzig:soort")).send(Input.choose("discriminatie"));

        assertThat(talk.report().category()).contains(Category.DISCRIMINATIE);
    }

    @Test
    void raisesTheUrgencyWhenTheReporterIsInDanger() {
        assertThat(Talk.at(Schools.secondary()).report().urgency()).isEqualTo(Urgency.NORMAAL);
        assertThat(Talk.at(Schools.secondary()).says("veilig", "nee").report().urgency())
                .isEqualTo(Urgency.HOOG);
        assertThat(Talk.at(Schools.secondary())
                        .says("veilig", "gevaar")
                        .report()
                        .urgency())
                .isEqualTo(Urgency.ACUUT);
    }

    @Test
    void answersAQuestionToTheBotAndAsksAgain() {
        Talk talk = Talk.at(Schools.secondary()).until("verhaal");

        talk.send(Input.type("is dit echt anoniem?"));

        assertThat(talk.asked()).isEqualTo("verhaal");
        assertThat(talk.page().log().get(talk.page().log().size() - 1).paragraphs())
                .extracting(ChatPage.Paragraph::text)
                .anySatisfy(text -> assertThat(text).contains("bewaren geen IP-adres"))
                .last()
                .isEqualTo("Wat is er gebeurd? Vertel het in je eigen woorden.");
    }

    @Test
    void sendsTheSameSubmissionTwiceWhenSendIsPressedTwice() {
        Talk talk = Talk.at(Schools.secondary()).until("controle");

        NewReport once = talk.report();
        NewReport twice = talk.report();

        assertThat(twice.submission()).isEqualTo(once.submission());
        assertThat(twice.receiptSeed()).isEqualTo(once.receiptSeed()).hasSize(16);
    }

    @Test
    void refusesToSendBeforeTheReview() {
        Talk talk = Talk.at(Schools.secondary()).until("wens");

        assertThat(talk.refused(Input.choose("versturen")).message()).contains("nog een vraag");
    }

    @Test
    void stopsAtAnyQuestion() {
        Talk talk = Talk.at(Schools.secondary()).until("wens");

        assertThat(talk.script.answer(talk.conversation, new Input(List.of("stop"), "tekst")))
                .isEqualTo(new Turn.Stopped());
    }

    @Test
    void refusesUnknownValuesKindly() {
        Talk talk = Talk.at(Schools.secondary());

        for (String value : List.of("onzin", "wijzig:onzin", "wijzig:", "taal:xx", "", "weg:", "../..")) {
            assertThat(talk.refused(Input.choose(value)).message()).isNotBlank();
        }
        assertThat(talk.asked()).isEqualTo("wie");
    }

    @Test
    void keepsATooLongTextToMakeShorter() {
        Talk talk = Talk.at(Schools.secondary()).until("verhaal");
        String longest = "gepest" + "😀".repeat(19_994);

        Turn.Problem problem = talk.refused(Input.type(longest + "x"));

        assertThat(problem.typedText()).isEqualTo(longest + "x");
        assertThat(problem.message()).contains("20000");
        talk.send(Input.type(longest));
        assertThat(talk.conversation.text(QuestionName.VERHAAL)).isEqualTo(longest);
    }

    @Test
    void asksForAStoryWhenThereIsNone() {
        Talk talk = Talk.at(Schools.secondary()).until("verhaal");

        assertThat(talk.refused(Input.type(" \n\t ")).message()).contains("Er staat nog niets");
    }

    @Test
    void losesNoTypedTextOnTheWayBack() {
        Talk talk = Talk.at(Schools.secondary()).until("wens");

        talk.send(new Input(List.of("terug"), "half getypt")).until("wens");

        assertThat(talk.page().question().typed()).isEqualTo("half getypt");
    }

    @Test
    void resumesAfterARefresh() {
        Talk talk = Talk.at(Schools.secondary()).until("wens");

        talk.send(Input.choose("hervat"));

        assertThat(talk.asked()).isEqualTo("wens");
    }

    @Test
    void saysInMoreLanguagesWhichOnesItReadsAndMarksEach() {
        Talk talk = Talk.at(Schools.secondary()).until("verhaal");

        talk.send(Input.type("يضربني أولاد من صفي كل يوم بعد المدرسة"));

        assertThat(talk.page().log().stream()
                        .flatMap(bubble -> bubble.paragraphs().stream())
                        .flatMap(paragraph -> paragraph.language().stream()))
                .containsExactly("en", "tr", "ar", "pl", "uk");
        assertThat(said(talk.page()))
                .contains("Ik lees alleen Nederlands en Engels.", "I can only read Dutch and English.");
    }

    @Test
    void goesOnInAnotherLanguage() {
        Talk talk = Talk.at(Schools.secondary()).until("wens").send(Input.choose("taal:en"));

        assertThat(talk.asked()).isEqualTo("wens");
        assertThat(said(talk.page())).contains("What would you like to happen?");
    }

    @Test
    void tellsARecommendedReaderApartFromAChoice() {
        NewReport accepted = Talk.at(Schools.secondary()).report();
        NewReport chosen = Talk.at(Schools.secondary())
                .says("ontvanger", Schools.id(Schools.SECOND_EXTERNAL))
                .report();

        assertThat(accepted.routing().reason().wire()).isEqualTo("tabel");
        assertThat(chosen.routing().reason().wire()).isEqualTo("eigen_keuze");
        assertThat(chosen.routing().recipient()).isEqualTo(Optional.of(Schools.id(Schools.SECOND_EXTERNAL)));
    }

    private static List<String> marked(Talk talk) {
        return talk.script.next(talk.conversation).options().stream()
                .filter(Question.Option::selected)
                .map(Question.Option::value)
                .toList();
    }

    private static List<String> people(Talk talk) {
        return talk.script.next(talk.conversation).people().stream()
                .map(Question.Offer::official)
                .toList();
    }

    private static String text(NewReport report, String question) {
        return report.content().entries().stream()
                .filter(entry -> entry.question().equals(question))
                .findFirst()
                .orElseThrow()
                .text();
    }

    static String said(ChatPage page) {
        return String.join(
                "\n",
                page.log().stream()
                        .flatMap(bubble -> bubble.paragraphs().stream())
                        .map(ChatPage.Paragraph::text)
                        .toList());
    }
}
