package nl.wegwijzer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.report.NewReport;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.school.Sector;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.taxonomy.Language;
import org.junit.jupiter.api.Test;

/** Walks through conversations with seeded random inputs. A failure names its seed. */
class ConversationWalkTest {
    private static final int WALKS = 1500;
    private static final int STEPS = 45;
    private static final List<String> ODD_VALUES = List.of(
            "terug",
            "weet_niet",
            "verder",
            "versturen",
            "hervat",
            "erbij",
            "taal:en",
            "taal:nl",
            "taal:",
            "wijzig:",
            "onzin",
            "bestuur",
            "ja",
            "nee",
            "ander",
            "kind",
            "mij",
            "weg:000000000000",
            "");
    private static final List<String> TEXTS = List.of(
            "",
            "",
            "",
            "een jongen scheldt me uit",
            "hij heeft me betast",
            "ik wil doodgaan",
            "hij heeft een mes",
            "is dit anoniem?",
            "hoi",
            "Joris en Fenna",
            "de meester geeft een slecht cijfer",
            "papa slaat, opgesloten",
            "het gaat niet",
            "\u0000\u202Emooi\uD800",
            "😀😀😀",
            "مرحبا بكم",
            "a\u0301\u0301\u0301",
            "Sam\n06-12345678",
            "x".repeat(2_001),
            "y".repeat(20_001),
            "elke dag op het schoolplein");

    @Test
    void staysValidWhateverComesIn() {
        for (int seed = 0; seed < WALKS; seed++) {
            Random random = new Random(seed);
            Talk talk = new Talk(school(random), random.nextBoolean() ? Language.NL : Language.EN);
            for (int step = 0; step < STEPS; step++) {
                Input input = input(random, talk);
                Conversation before = talk.conversation;
                Turn turn = talk.script.answer(before, input);
                if (turn instanceof Turn.Asked taken) {
                    talk.conversation = taken.conversation();
                    checkUndo(seed, talk, before, input);
                } else if (turn instanceof Turn.Problem problem) {
                    talk.conversation = problem.conversation();
                    assertThat(problem.message()).as("seed %d", seed).isNotBlank();
                    assertThat(problem.conversation().answers())
                            .as("seed %d", seed)
                            .isEqualTo(before.answers());
                } else if (turn instanceof Turn.Send sent) {
                    checkReport(seed, talk, sent.report());
                }
                checkState(seed, talk, step);
            }
        }
    }

    @Test
    void endsFromWhereverOneIs() {
        for (int seed = 0; seed < WALKS; seed++) {
            Random random = new Random(seed);
            Talk talk = new Talk(school(random), Language.NL);
            for (int step = 0; step < STEPS; step++) {
                Turn turn = talk.script.answer(talk.conversation, input(random, talk));
                if (turn instanceof Turn.Asked taken) {
                    talk.conversation = taken.conversation();
                }
            }
            checkReport(seed, talk, talk.report());
        }
    }

    @Test
    void goesBackStepByStepToTheVeryStart() {
        for (String who : List.of("leerling", "ouder", "personeel")) {
            Talk talk = Talk.at(Schools.vocational())
                    .says("wie", who)
                    .types("verhaal", "Joris, de meester, heeft me betast met een mes")
                    .says("wie_doet_dit", "functionaris")
                    .until("controle");
            List<String> met = new ArrayList<>(talk.met);

            while (!met.isEmpty()) {
                talk.send(Input.choose("terug"));
                assertThat(talk.asked()).isEqualTo(met.remove(met.size() - 1));
            }

            assertThat(talk.conversation.answers()).isEmpty();
            assertThat(talk.page().cards()).as("cards stay after going back").isNotEmpty();
            assertThat(talk.page().question().canGoBack()).isFalse();
        }
    }

    private static void checkUndo(int seed, Talk talk, Conversation before, Input input) {
        Stream<String> elsewhere = input.antwoord().stream()
                .filter(v ->
                        v.startsWith("wijzig:") || v.startsWith("taal:") || v.equals("terug") || v.equals("hervat"));
        if (elsewhere.findAny().isPresent() || talk.conversation.answers().equals(before.answers())) {
            return;
        }
        Turn back = talk.script.answer(talk.conversation, Input.choose("terug"));
        Conversation undone = ((Turn.Asked) back).conversation();
        assertThat(undone.answers())
                .as("seed %d, after %s", seed, input.antwoord())
                .isEqualTo(before.answers());
        assertThat(talk.script.next(undone)).as("seed %d", seed).isEqualTo(talk.script.next(before));
    }

    private static void checkState(int seed, Talk talk, int step) {
        Conversation conversation = talk.conversation;
        byte[] bytes = ConversationCodec.encode(conversation);
        assertThat(ConversationCodec.decode(bytes)).as("seed %d", seed).isEqualTo(conversation);
        assertThat(FormSeal.bucket(bytes.length)).as("seed %d", seed).isLessThanOrEqualTo(1 << 20);
        Situation now = talk.script.situation(conversation);
        Set<String> forbidden = forbidden(now);
        assertThat(now.offered()).as("seed %d", seed).noneMatch(forbidden::contains);
        Question question = talk.script.next(conversation);
        if (question.name() == QuestionName.ONTVANGER) {
            assertThat(question.people())
                    .as("seed %d", seed)
                    .extracting(Question.Offer::official)
                    .noneMatch(forbidden::contains);
        }
        if (step % 5 == 0) {
            checkPage(seed, talk.page(), question);
        }
    }

    private static void checkPage(int seed, ChatPage page, Question question) {
        assertThat(page.question().name())
                .as("seed %d", seed)
                .isEqualTo(question.name().wire());
        assertThat(page.cards())
                .as("seed %d", seed)
                .filteredOn(ChatPage.HelpCard::open)
                .hasSizeLessThanOrEqualTo(2);
        for (int i = 0; i < page.log().size(); i++) {
            assertThat(page.log().get(i).number()).isEqualTo(i);
            assertThat(page.log().get(i).paragraphs())
                    .as("seed %d, bubble %d", seed, i)
                    .isNotEmpty();
        }
        assertThat(page.log().get(page.log().size() - 1).speaker()).isEqualTo(ChatPage.Speaker.BOT);
    }

    private static void checkReport(int seed, Talk talk, NewReport report) {
        Situation now = talk.script.situation(talk.conversation);
        assertThat(report.routing().forbidden()).as("seed %d", seed).isEqualTo(forbidden(now));
        assertThat(report.routing().recipient().filter(forbidden(now)::contains))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(report.routing().successors()).as("seed %d", seed).noneMatch(forbidden(now)::contains);
        assertThat(report.content().entries()).as("seed %d", seed).anySatisfy(entry -> assertThat(entry.question())
                .isEqualTo("verhaal"));
    }

    private static Set<String> forbidden(Situation now) {
        Set<String> forbidden = new HashSet<>(now.excluded());
        now.accusedPerson().ifPresent(forbidden::add);
        return forbidden;
    }

    private static Input input(Random random, Talk talk) {
        Question question = talk.script.next(talk.conversation);
        List<String> values = new ArrayList<>();
        List<String> sensible = Stream.concat(
                        question.options().stream().map(Question.Option::value),
                        question.people().stream().map(Question.Offer::official))
                .toList();
        int kind = random.nextInt(10);
        if (kind < 7 && !sensible.isEmpty()) {
            values.add(sensible.get(random.nextInt(sensible.size())));
        } else if (kind == 7) {
            values.add(ODD_VALUES.get(random.nextInt(ODD_VALUES.size())));
        } else if (kind == 8) {
            values.add("wijzig:" + QuestionName.values()[random.nextInt(QuestionName.values().length)].wire());
        } else if (question instanceof Question.Review) {
            values.add("versturen");
        }
        if (random.nextInt(12) == 0) {
            values.add(Schools.id(Schools.CONTACT));
        }
        return new Input(values, TEXTS.get(random.nextInt(TEXTS.size())));
    }

    private static SchoolProfile school(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Schools.secondary();
            case 1 -> Schools.vocational();
            case 2 ->
                Schools.school(
                        Sector.PO,
                        Schools.official(
                                "Bram Contact", true, OfficialRole.CONTACTPERSOON, OfficialRole.AANSPREEKPUNT_PESTEN),
                        Schools.EXTERNAL);
            default -> Schools.school(Sector.VO);
        };
    }
}
