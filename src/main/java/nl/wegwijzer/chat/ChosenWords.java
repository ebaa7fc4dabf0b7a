package nl.wegwijzer.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wegwijzer.reading.IdentifyingDetail;

/** The reporter's own answers in words: in the log as they were given, in the review as they will be sent. */
final class ChosenWords {
    /** What is not sent to the official is not reviewed either, apart from the words that are taken out. */
    private static final Set<QuestionName> NOT_REVIEWED =
            Set.of(QuestionName.MELDPLICHT, QuestionName.STAPPEN, QuestionName.CONTROLE);

    private final Situation now;
    private final Texts texts;
    private final QuestionWords questions;
    private final AnswerWords words;

    ChosenWords(Situation now, Texts texts) {
        this.now = now;
        this.texts = texts;
        this.questions = new QuestionWords(now, texts);
        this.words = new AnswerWords(texts, questions::name);
    }

    /** Returns one answer as it was given. */
    String said(Conversation.Answered answered) {
        if (answered.question() == QuestionName.WIE_DOET_DIT) {
            return questions.option(
                    answered.question(), answered.answer().values().get(0));
        }
        return said(answered.question(), answered.answer(), answered.answer().text());
    }

    /** Returns what will be sent, line by line. */
    List<ChatPage.ReviewLine> review() {
        Redaction redaction = Redaction.of(now, texts.of("details.weggehaald"));
        List<ChatPage.ReviewLine> lines = new ArrayList<>();
        for (QuestionName question : QuestionName.values()) {
            if (!NOT_REVIEWED.contains(question) && Questions.of(question, now).isPresent()) {
                sent(question, redaction)
                        .ifPresent(answer -> lines.add(
                                new ChatPage.ReviewLine(question.wire(), words.label(question.wire()), answer)));
            }
        }
        return lines;
    }

    private Optional<String> sent(QuestionName question, Redaction redaction) {
        Optional<Answer> answer = now.conversation().answer(question);
        if (answer.isEmpty() && question == QuestionName.SOORT) {
            return now.category()
                    .map(category -> words.answer(QuestionName.SOORT.wire(), List.of(category.wire()), ""));
        }
        boolean name = question == QuestionName.NAAM || question == QuestionName.TELEFOON;
        return answer.map(given -> said(question, given, name ? given.text() : redaction.apply(given.text())));
    }

    private String said(QuestionName question, Answer answer, String text) {
        if (question == QuestionName.DETAILS) {
            return removedWords(answer);
        }
        return words.answer(question.wire(), answer.values(), text);
    }

    private String removedWords(Answer answer) {
        String removed = now.whole().details().stream()
                .map(IdentifyingDetail::text)
                .filter(text -> answer.values().contains(Redaction.value(text)))
                .distinct()
                .collect(Collectors.joining(", "));
        return removed.isEmpty() ? texts.of("kort.niets_weg") : removed;
    }
}
