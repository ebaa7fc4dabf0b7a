package nl.wegwijzer.chat;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.reading.ReportReader;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * Leads one school's conversations: which question comes next (domain §7) and what an answer means. Pure apart from the
 * clock; nothing that a browser sends is trusted, and no input throws.
 */
public final class Script {
    /** Stands with the draft of a story that told nothing yet: whoever was asked once more is not asked again. */
    private static final String ASKED_AGAIN = "nog_eens";

    private final SchoolProfile school;
    private final ReportReader reader;
    private final Clock clock;

    /** Makes the script of a school as it is now: its people, their absence, its sector. */
    public Script(SchoolProfile school, ReportReader reader, Clock clock) {
        this.school = school;
        this.reader = reader;
        this.clock = clock;
    }

    /** Starts a conversation. */
    public Conversation start(Language language) {
        return Conversation.start(school.id(), language, clock.instant());
    }

    /** Returns the question that is asked now. */
    public Question next(Conversation conversation) {
        return current(situation(conversation));
    }

    /** Returns the reader that understands the texts. */
    ReportReader reader() {
        return reader;
    }

    /** Works out what follows from a conversation. */
    Situation situation(Conversation conversation) {
        return Situation.of(conversation, school, reader);
    }

    /** Takes one turn. */
    public Turn answer(Conversation before, Input input) {
        if (input.antwoord().contains(Input.STOP)) {
            return new Turn.Stopped();
        }
        String text = TypedText.clean(input.tekst());
        Conversation conversation = before.helpedBy(alarms(text));
        Question question = next(conversation);
        List<String> values = input.antwoord().stream()
                .distinct()
                .limit(ConversationCodec.MOST_VALUES)
                .toList();
        Optional<Turn> anywhere = anywhere(conversation, question, values, text);
        if (anywhere.isPresent()) {
            return anywhere.get();
        }
        return values.contains(Input.ADD)
                ? add(conversation, question, text)
                : take(conversation, question, values, text);
    }

    /** Returns the question that is asked in this situation. */
    static Question current(Situation now) {
        Optional<Question> revisited = now.conversation().revisiting().flatMap(name -> Questions.of(name, now));
        if (revisited.isPresent()) {
            return revisited.get();
        }
        for (QuestionName name : QuestionName.values()) {
            Optional<Question> open = Questions.of(name, now).filter(question -> isOpen(question, now));
            if (open.isPresent()) {
                return open.get();
            }
        }
        throw new IllegalStateException("the review is always open");
    }

    private static boolean isOpen(Question question, Situation now) {
        Optional<Answer> answer = now.conversation().answer(question.name());
        if (answer.isEmpty()) {
            return !Questions.isSpared(question.name(), now);
        }
        return answer.get() instanceof Answer.Given given ? !question.takes(given) : !question.skippable();
    }

    /** Crisis rules run on every message, also on one that is not used. */
    private Set<HelpTopic> alarms(String text) {
        Set<HelpTopic> topics = EnumSet.noneOf(HelpTopic.class);
        if (!text.isEmpty()) {
            for (Alert alert :
                    reader.read(TypedText.cut(text, 2 * Questions.STORY_LENGTH)).alerts()) {
                topics.add(HelpTopic.of(alert));
            }
        }
        return topics;
    }

    /** Values that mean the same at every question. */
    private Optional<Turn> anywhere(Conversation conversation, Question question, List<String> values, String text) {
        if (values.contains(Input.BACK)) {
            return Optional.of(
                    new Turn.Asked(keep(conversation, question, values, text).back()));
        }
        if (values.contains(Input.RESUME)) {
            return Optional.of(new Turn.Asked(keep(conversation, question, values, text)));
        }
        if (values.contains(Input.SEND)) {
            return Optional.of(send(conversation, question, text));
        }
        for (String value : values) {
            if (value.startsWith(Input.CHANGE)) {
                return Optional.of(change(
                        keep(conversation, question, values, text), value.substring(Input.CHANGE.length()), text));
            }
            if (value.startsWith(Input.LANGUAGE)) {
                Optional<Language> language = WireValue.parse(Language.class, value.substring(Input.LANGUAGE.length()));
                return Optional.of(
                        language.isPresent()
                                ? new Turn.Asked(keep(conversation, question, values, text)
                                        .in(language.get()))
                                : problem(conversation, "probleem.kies", text));
            }
        }
        return Optional.empty();
    }

    private Turn take(Conversation conversation, Question question, List<String> values, String text) {
        if (TypedText.length(text) > question.maxLength() && question.maxLength() > 0) {
            return problem(conversation, "probleem.te_lang", text, String.valueOf(question.maxLength()));
        }
        boolean skipped = values.contains(Input.SKIP);
        if (!skipped && isEnquiry(question, values, text)) {
            return aside(conversation, question, text);
        }
        if (question.name() == QuestionName.VERHAAL && tellsNothingYet(conversation, text)) {
            Answer draft = new Answer.Given(List.of(ASKED_AGAIN), text);
            return problem(conversation.remember(QuestionName.VERHAAL, draft), "probleem.weinig", text);
        }
        List<String> chosen =
                values.stream().filter(value -> !value.equals(Input.SKIP)).toList();
        Question.Read read = skipped ? question.skip(chosen) : question.read(chosen, text);
        if (read instanceof Question.Usable usable) {
            Conversation kept = usable.answer() instanceof Answer.Skipped
                    ? keep(conversation, question, values, text)
                    : conversation;
            Conversation answered = kept.with(question.name(), usable.answer());
            boolean firstTold = question.name() == QuestionName.VERHAAL && isUntold(conversation);
            return new Turn.Asked(withHelp(firstTold ? inItsLanguage(answered) : answered));
        }
        String key = read instanceof Question.Unusable unusable ? unusable.problem() : "probleem.kies";
        return problem(conversation, key, text);
    }

    /** A danger or a question to the bot is never "nothing". */
    private boolean tellsNothingYet(Conversation conversation, String text) {
        boolean askedAgain = conversation
                .draft(QuestionName.VERHAAL)
                .filter(draft -> draft.values().contains(ASKED_AGAIN))
                .isPresent();
        return !askedAgain
                && !text.isEmpty()
                && Cues.tellsNothing(text)
                && alarms(text).isEmpty();
    }

    private static boolean isUntold(Conversation conversation) {
        return conversation.answer(QuestionName.VERHAAL).isEmpty();
    }

    /** Who tells in English is answered in English; the way back to Dutch stays on the page. */
    private Conversation inItsLanguage(Conversation conversation) {
        Situation now = situation(conversation);
        boolean english = StoryLanguage.of(now.story(), now.told()) == StoryLanguage.ENGLISH;
        return english ? conversation.in(Language.EN) : conversation;
    }

    /** Adds to the story what comes in a second message, before the next question is answered. */
    private Turn add(Conversation conversation, Question question, String text) {
        boolean now = question.name() == QuestionName.VEILIG
                && conversation.revisiting().isEmpty()
                && !isUntold(conversation);
        if (!now) {
            return problem(conversation, "probleem.kies", text);
        }
        if (text.isEmpty()) {
            return problem(conversation, "probleem.leeg", text);
        }
        if (Enquiries.topic(text).isPresent()) {
            return aside(conversation, question, text);
        }
        String story = conversation.text(QuestionName.VERHAAL) + "\n" + text;
        if (TypedText.length(story) > Questions.STORY_LENGTH) {
            return problem(conversation, "probleem.te_lang", text, String.valueOf(Questions.STORY_LENGTH));
        }
        return new Turn.Asked(withHelp(conversation.with(QuestionName.VERHAAL, new Answer.Given(List.of(), story))));
    }

    private static Turn aside(Conversation conversation, Question question, String text) {
        return new Turn.Asked(
                conversation.asked(question.name(), Enquiries.topic(text).orElseThrow()));
    }

    private static boolean isEnquiry(Question question, List<String> values, String text) {
        boolean onlyText = values.stream().allMatch(Input.NEXT::equals);
        boolean free = question instanceof TextQuestion asked && asked.textFor().isEmpty();
        return onlyText && free && Enquiries.topic(text).isPresent();
    }

    private Conversation withHelp(Conversation conversation) {
        return conversation.helpedBy(situation(conversation).help());
    }

    /** What was typed and ticked at the question at hand is never lost by pressing another button. */
    private static Conversation keep(Conversation conversation, Question question, List<String> values, String text) {
        if (question.maxLength() == 0) {
            return conversation;
        }
        String kept = TypedText.cut(text, question.maxLength());
        boolean boxes = question.kind() == ChatPage.Kind.SEVERAL;
        List<String> ticked = Stream.concat(
                        values.stream()
                                .filter(value -> Question.offers(question.people(), value)
                                        || (boxes && Question.has(question.options(), value))),
                        conversation.draft(question.name()).stream()
                                .flatMap(draft -> draft.values().stream())
                                .filter(ASKED_AGAIN::equals))
                .toList();
        if (text.isEmpty() && ticked.isEmpty()) {
            return conversation;
        }
        return conversation.remember(question.name(), new Answer.Given(ticked, kept));
    }

    private Turn change(Conversation conversation, String wire, String text) {
        Optional<QuestionName> name = WireValue.parse(QuestionName.class, wire);
        Situation now = situation(conversation);
        return name.filter(question -> question != QuestionName.CONTROLE)
                .flatMap(question -> Questions.of(question, now))
                .<Turn>map(question -> new Turn.Asked(conversation.revisit(question.name())))
                .orElseGet(() -> problem(conversation, "probleem.kies", text));
    }

    private Turn send(Conversation conversation, Question question, String text) {
        if (!(question instanceof Question.Review)) {
            return problem(conversation, "probleem.nog_niet", text);
        }
        return new Turn.Send(conversation, Submission.of(situation(conversation), clock.instant()));
    }

    private Turn problem(Conversation conversation, String key, String text, Object... arguments) {
        String message =
                Texts.of(conversation.language(), conversation.audience()).of(key, arguments);
        return new Turn.Problem(conversation, message, text);
    }
}
