package nl.wegwijzer.chat;

import static nl.wegwijzer.chat.ScriptTest.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.school.Sector;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatPagesTest {

    @Test
    void startsWithAGreetingAndTheFirstQuestionOnOneScreen() {
        ChatPage page = Talk.at(Schools.secondary()).page();

        assertThat(said(page))
                .startsWith("Hoi, goed dat je er bent. Ik ben een computer, geen mens.")
                .contains("Bel 112.")
                .endsWith("Wie ben je?");
        assertThat(page.log()).hasSize(2);
        assertThat(page.question().canSkip()).isFalse();
        assertThat(page.question().choices())
                .extracting(ChatPage.Choice::value)
                .containsExactly("leerling", "ouder", "personeel");
        assertThat(page.question().canGoBack()).isFalse();
        assertThat(page.cards()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leerling", "ouder", "personeel", "weet_niet"})
    void isHonestToEveryoneBeforeTheStory(String who) {
        Talk talk = Talk.at(Schools.secondary()).says("wie", who).until("verhaal");

        assertThat(said(talk.page())).contains("geheim").containsOnlyOnce("bewaren geen IP-adres");
    }

    @Test
    void onlyAddsToTheLogWhileTheConversationGoesOn() {
        Talk talk =
                Talk.at(Schools.secondary()).says("wie", "leerling").types("verhaal", "een mes, hij heeft me betast");
        List<ChatPage.Bubble> before = talk.page().log();
        for (String question : List.of("over_wie", "verhaal", "veilig", "wens", "stappen", "naam", "controle")) {
            List<ChatPage.Bubble> after = talk.until(question).page().log();
            assertThat(after).startsWith(before.toArray(ChatPage.Bubble[]::new));
            before = after;
        }
    }

    @Test
    void showsTheMostPressingCardsFirstAndTwoOpen() {
        ChatPage page = Talk.at(Schools.secondary())
                .types("verhaal", "ik wil doodgaan, papa heeft een mes en houdt me opgesloten")
                .until("veilig")
                .page();

        assertThat(page.cards())
                .extracting(ChatPage.HelpCard::title)
                .containsExactly(
                        "Is er nu gevaar?",
                        "Denk je aan doodgaan, of doe je jezelf pijn?",
                        "Is het thuis niet veilig?");
        assertThat(page.cards()).extracting(ChatPage.HelpCard::open).containsExactly(true, true, false);
        assertThat(page.cards().get(1).phones()).extracting(ChatPage.Phone::uri).startsWith("tel:113", "tel:08000113");
        assertThat(page.cards()).allSatisfy(card -> assertThat(card.body()).contains("Niemand leest dit nu live mee."));
        assertThat(said(page)).contains("dus wij kunnen zelf geen hulp sturen");
    }

    @Test
    void keepsCardsAfterGoingBackAndAfterARefusedText() {
        Talk talk = Talk.at(Schools.secondary()).until("verhaal");
        talk.refused(Input.type("ik wil doodgaan " + "x".repeat(20_000)));
        assertThat(talk.page().cards()).hasSize(1);

        talk.send(Input.choose("terug")).send(Input.choose("terug"));

        assertThat(talk.page().cards()).hasSize(1);
    }

    @Test
    void offersSomeoneToTalkToWhenAPupilFeelsUnsafe() {
        ChatPage page = Talk.at(Schools.vocational())
                .says("veilig", "nee")
                .until("wie_doet_dit")
                .page();

        assertThat(page.cards().get(0).phones())
                .extracting(ChatPage.Phone::uri)
                .containsExactly("tel:08000450", "tel:08000432");
    }

    @Test
    void wordsCardsForAdults() {
        Talk talk = Talk.at(Schools.secondary())
                .says("wie", "ouder")
                .types("verhaal", "mijn kind wil doodgaan")
                .until("veilig");

        assertThat(talk.page().cards().get(0).title()).isEqualTo("Denkt iemand aan zelfdoding?");
        assertThat(talk.page().cards().get(0).body()).doesNotContain("je ");
    }

    @Test
    void asksWhoIsWorriedWhenAPupilTellsAboutSomeoneElse() {
        Talk chosen = Talk.at(Schools.secondary())
                .says("over_wie", "ander")
                .types("verhaal", "zij wil doodgaan")
                .until("veilig");
        Talk told = Talk.at(Schools.secondary())
                .types("verhaal", "mijn vriendin wil niet meer, ze wil doodgaan")
                .until("veilig");

        assertThat(chosen.page().cards().get(0).title()).isEqualTo("Maak je je zorgen over iemand?");
        assertThat(told.page().cards().get(0).title()).isEqualTo("Maak je je zorgen over iemand?");
        assertThat(told.page().cards().get(0).phones())
                .extracting(ChatPage.Phone::uri)
                .startsWith("tel:113");
    }

    @Test
    void saysWhichLanguagesWorkAndKeepsTheText() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "هم يضربونني كل يوم في المدرسة")
                .until("veilig");

        assertThat(said(talk.page()))
                .contains("Ik lees alleen Nederlands en Engels.", "I can only read Dutch and English.", "أفهم")
                .contains("هم يضربونني كل يوم في المدرسة");
        assertThat(talk.report().content().entries())
                .anySatisfy(entry -> assertThat(entry.text()).isEqualTo("هم يضربونني كل يوم في المدرسة"));
        assertThat(said(Talk.at(Schools.secondary()).until("veilig").page())).doesNotContain("Nederlands en Engels");
    }

    @Test
    void answersInEnglishWhoTellsInEnglishAndGoesBackToDutchWhenAsked() {
        Talk talk = Talk.at(Schools.secondary())
                .types("verhaal", "they call me names every single day at school")
                .until("veilig");
        assertThat(said(talk.page())).endsWith("Do you feel safe now?");

        talk.send(Input.choose("taal:nl"));

        assertThat(said(talk.page())).endsWith("Voel je je nu veilig?");
    }

    @Test
    void neverTellsParentsWhatTheirChildReported() {
        Talk talk = Talk.at(Schools.secondary()).says("wie", "ouder").until("over_wie");

        assertThat(said(talk.page())).contains("Wij vertellen niet of uw kind zelf iets heeft gemeld.");
    }

    @Test
    void saysThatNoHelpCanBeSentToSomeoneAnonymousInDanger() {
        ChatPage page = Talk.at(Schools.secondary())
                .types("verhaal", "hij scheldt en heeft een mes")
                .until("telefoon")
                .page();

        assertThat(said(page)).contains("Daarom kunnen wij geen hulp sturen.");
        assertThat(page.question().canSkip()).isTrue();
    }

    @Test
    void proposesAPersonWithRoleAndReason() {
        ChatPage page = Talk.at(Schools.secondary()).until("ontvanger").page();

        assertThat(page.question().kind()).isEqualTo(ChatPage.Kind.PEOPLE);
        ChatPage.Person first = page.question().people().get(0);
        assertThat(first.recommended()).isTrue();
        assertThat(first.role()).isEqualTo("Aanspreekpunt pesten");
        assertThat(first.reason()).isEqualTo("Noor helpt leerlingen en ouders als er gepest wordt.");
        assertThat(first.initial()).isEqualTo("N");
        assertThat(page.question().people().subList(1, 5))
                .noneMatch(ChatPage.Person::recommended)
                .allSatisfy(person -> assertThat(person.reason()).isEmpty());
    }

    @Test
    void tellsThatAChosenPersonIsAwayAndWhoIsThere() {
        var away = Schools.official("Bram Contact", true, OfficialRole.CONTACTPERSOON);
        Talk talk = new Talk(Schools.school(Sector.VO, away, Schools.SECOND_CONTACT, Schools.EXTERNAL), Language.NL)
                .says("ontvanger", Schools.id(away))
                .until("naam");

        assertThat(said(talk.page())).contains("Bram Contact is er nu even niet.", "Yara Contact");
    }

    @Test
    void ticksAgainWhoWasKeptOut() {
        Talk talk = Talk.at(Schools.secondary())
                .types("niet_gewenst", "geen gesprek", Schools.id(Schools.CONTACT))
                .until("controle")
                .send(Input.choose("wijzig:niet_gewenst"));

        assertThat(talk.page().question().people())
                .filteredOn(ChatPage.Person::recommended)
                .extracting(ChatPage.Person::name)
                .containsExactly("Bram Contact");
        assertThat(talk.page().question().typed()).isEqualTo("geen gesprek");
    }

    @Test
    void reviewsEverythingThatIsSentInWords() {
        ChatPage page = Talk.at(Schools.secondary())
                .types("niet_gewenst", "geen gesprek", Schools.id(Schools.CONTACT))
                .types("naam", "Sam", "naam")
                .until("controle")
                .page();

        assertThat(page.question().review())
                .extracting(ChatPage.ReviewLine::question)
                .containsExactly(
                        "wie",
                        "over_wie",
                        "verhaal",
                        "veilig",
                        "soort",
                        "wie_doet_dit",
                        "waar",
                        "wanneer",
                        "gezien_door",
                        "al_gedaan",
                        "wens",
                        "niet_gewenst",
                        "ontvanger",
                        "naam",
                        "meegaan");
        assertThat(page.question().review())
                .contains(
                        new ChatPage.ReviewLine("soort", "Waar het over gaat", "Pesten"),
                        new ChatPage.ReviewLine("ontvanger", "Wie het leest", "Noor Antipest"),
                        new ChatPage.ReviewLine("naam", "Naam", "Met mijn naam\nSam"),
                        new ChatPage.ReviewLine(
                                "niet_gewenst",
                                "Wat niet moet gebeuren, en wie het niet mag lezen",
                                "Mag het niet lezen: Bram Contact\ngeen gesprek"));
        assertThat(said(page)).contains("Mag ik het versturen naar Noor Antipest?");
    }

    @Test
    void explainsTheStepsInsideAndOutsideTheSchool() {
        ChatPage page = Talk.at(Schools.secondary())
                .says("wie", "ouder")
                .says("zorg_of_klacht", "klacht")
                .until("stappen")
                .page();

        assertThat(said(page))
                .contains(
                        "Op school:",
                        "Buiten school:",
                        "0900 111 3 111",
                        "De klachtencommissie beoordeelt die klacht.",
                        "De klachtenregeling staat in de schoolgids.");
    }

    @Test
    void speaksEnglishThroughout() {
        Talk talk = new Talk(Schools.secondary(), Language.EN).until("controle");

        String own = said(talk.page()).replace("een jongen scheldt me uit", "");
        assertThat(own).contains("Hi, good that you are here.", "Is this right? May I send it to Noor Antipest?");
        assertThat(own).doesNotContainPattern("\\b(het|niet|jouw|verhaal|mag|zonder|staat)\\b(?! in de schoolgids)");
    }

    @Test
    void putsAnswersInWordsForTheOfficialToo() {
        AnswerWords words = new AnswerWords(Texts.of(Language.NL, ReporterKind.LEERLING), id -> Optional.of("Bram")
                .filter(n -> id.endsWith("1")));

        assertThat(words.label("verhaal")).isEqualTo("Wat er is gebeurd");
        assertThat(words.label("oude_vraag")).isEqualTo("oude_vraag");
        assertThat(words.answer("veilig", List.of("soms"), "")).isEqualTo("Niet altijd");
        assertThat(words.answer("waar", List.of("weet_niet"), "")).isEqualTo("Overgeslagen");
        assertThat(words.answer("waar", List.of(), "")).isEqualTo("Niets ingevuld");
        assertThat(words.answer("waar", List.of("op_school"), "bij gym")).isEqualTo("Op school\nbij gym");
        assertThat(words.answer("niet_gewenst", List.of("00000000-0000-0000-0000-000000000001"), ""))
                .isEqualTo("Mag het niet lezen: Bram");
        assertThat(words.answer("ontvanger", List.of("00000000-0000-0000-0000-000000000002"), ""))
                .isEqualTo("Iemand die hier niet meer werkt");
    }

    @Test
    void endsWithTheCodeTheDayAndAKindWord() {
        Conversation conversation = Talk.at(Schools.secondary()).until("controle").conversation;

        ReceiptPage page = ReceiptPages.page(
                new SealedReceipt.Receipt(
                        conversation,
                        Optional.of("Noor Antipest"),
                        "blije tijger · snelle fiets · warme trui",
                        LocalDate.of(2026, 11, 25),
                        false),
                "verzegeld",
                "ontvangst",
                Schools.secondary());

        assertThat(page.paragraphs())
                .containsExactly(
                        "Verstuurd naar Noor Antipest.",
                        "Je krijgt uiterlijk woensdag 25 november een reactie.",
                        "’s Nachts, in het weekend en in de vakantie leest niemand mee.",
                        "Het is niet jouw schuld. Goed dat je het vertelt.");
        assertThat(page.codePairs()).containsExactly("blije tijger", "snelle fiets", "warme trui");
    }

    @Test
    void endsForParentsWithTheComplaintsProcedure() {
        Conversation conversation =
                Talk.at(Schools.secondary()).says("wie", "ouder").until("controle").conversation;

        ReceiptPage page = ReceiptPages.page(
                new SealedReceipt.Receipt(
                        conversation, Optional.empty(), "a b · c d · e f", LocalDate.of(2026, 11, 25), true),
                "verzegeld",
                "ontvangst",
                Schools.secondary());

        assertThat(page.paragraphs().get(0)).contains("0900 111 3 111");
        assertThat(String.join(" ", page.paragraphs()))
                .contains("klachtencommissie", "De klachtenregeling staat in de schoolgids.")
                .doesNotContain("niet jouw schuld");
    }
}
