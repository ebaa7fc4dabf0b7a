package nl.wegwijzer.chat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.reading.IdentifyingDetail;

/** Makes the page of a conversation: what was said, what is asked now, who can help. */
public final class ChatPages {
    /** Skipping these would say no more than one of the choices does. */
    private static final Set<QuestionName> ANSWERED_EASILY = EnumSet.of(QuestionName.WIE, QuestionName.NAAM);

    private final Script script;

    /** Makes pages for one school's script. */
    public ChatPages(Script script) {
        this.script = script;
    }

    /**
     * Makes the page of a conversation.
     *
     * @param sealed the same conversation as {@link SealedConversation#seal} made it
     * @param problem what was wrong with the last answer, if anything
     */
    public ChatPage page(Conversation conversation, String sealed, Optional<Turn.Problem> problem) {
        Situation now = script.situation(conversation);
        Texts texts = Texts.of(conversation.language(), conversation.audience());
        Question question = Script.current(now);
        return new ChatPage(
                conversation.language(),
                now.school().slug(),
                now.school().name(),
                new ChatLog(now, texts, script.reader()).upTo(question.name()),
                view(question, now, texts, problem),
                sealed,
                problem.map(Turn.Problem::message),
                HelpCards.of(conversation, now.school().sector(), texts),
                texts);
    }

    private static ChatPage.QuestionView view(
            Question question, Situation now, Texts texts, Optional<Turn.Problem> problem) {
        Optional<Answer> before = now.conversation().draft(question.name()).or(() -> now.conversation()
                .answer(question.name()));
        List<String> picked = before.map(Answer::values).orElse(List.of());
        String typed = problem.map(Turn.Problem::typedText)
                .filter(text -> !text.isEmpty())
                .or(() -> before.map(Answer::text))
                .orElse("");
        return new ChatPage.QuestionView(
                question.name().wire(),
                question.kind(),
                new QuestionWords(now, texts).hint(question.name()),
                question.options().stream()
                        .map(option -> choice(question, option, picked, now, texts))
                        .toList(),
                new PersonViews(now, texts).of(question, picked),
                question instanceof Question.Review ? new ChosenWords(now, texts).review() : List.of(),
                question.maxLength() > 0 ? typed : "",
                question.maxLength(),
                question.skippable() && !ANSWERED_EASILY.contains(question.name()),
                now.conversation().canGoBack());
    }

    private static ChatPage.Choice choice(
            Question question, Question.Option option, List<String> picked, Situation now, Texts texts) {
        boolean selected = picked.isEmpty() ? option.selected() : picked.contains(option.value());
        if (question.name() == QuestionName.DETAILS) {
            return new ChatPage.Choice(option.value(), words(option.value(), now), "", selected);
        }
        String key = "optie." + question.name().wire() + "." + option.value();
        String detail = key + ".uitleg";
        String label = new QuestionWords(now, texts).option(question.name(), option.value());
        return new ChatPage.Choice(option.value(), label, texts.has(detail) ? texts.of(detail) : "", selected);
    }

    private static String words(String value, Situation now) {
        return now.whole().details().stream()
                .map(IdentifyingDetail::text)
                .filter(text -> Redaction.value(text).equals(value))
                .findFirst()
                .orElse("");
    }
}
