package nl.wegwijzer.chat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * A guided conversation up to now. It holds only what the reporter did; everything else (reading, routing, the question
 * at hand) is worked out again at every step by {@link Script}.
 *
 * @param submission drawn at the start; the database accepts it once, so a double submit is harmless
 * @param receiptSeed drawn at the start; the code's words come from it
 * @param school whose page it was opened on
 * @param startedAt to the second
 * @param language in which the chat speaks
 * @param answers in the order in which they were given; at most one per question
 * @param drafts what was typed or ticked at questions that are open again, so that nothing is lost
 * @param revisiting the question that the reporter is changing, if any
 * @param change what the last answer replaced, so that "terug" can undo it
 * @param helped cards shown so far; they stay visible
 * @param asides questions that the reporter asked the bot, oldest first
 */
public record Conversation(
        UUID submission,
        ReceiptSeed receiptSeed,
        UUID school,
        Instant startedAt,
        Language language,
        List<Answered> answers,
        List<Answered> drafts,
        Optional<QuestionName> revisiting,
        Optional<Change> change,
        Set<HelpTopic> helped,
        List<Aside> asides) {

    /** More asides than this are answered but not remembered in the log. */
    static final int ASIDES_KEPT = 8;

    /** A question with its answer. */
    public record Answered(QuestionName question, Answer answer) {}

    /**
     * What the newest answer did besides standing last.
     *
     * @param index where the answer stood that it replaced; 0 when it replaced none
     * @param old what it replaced, if anything
     * @param revisited whether the reporter had asked for this question
     */
    public record Change(int index, Optional<Answered> old, boolean revisited) {}

    /**
     * Something the reporter asked the bot.
     *
     * @param at the question at which it was asked
     * @param topic key of the bot's answer
     */
    public record Aside(QuestionName at, String topic) {}

    /** Takes defensive copies. */
    public Conversation {
        answers = List.copyOf(answers);
        drafts = List.copyOf(drafts);
        helped = Set.copyOf(helped);
        asides = List.copyOf(asides);
    }

    /** Starts a conversation on a school's page. */
    public static Conversation start(UUID school, Language language, Instant now) {
        return new Conversation(
                UUID.randomUUID(),
                ReceiptSeed.draw(),
                school,
                now.truncatedTo(ChronoUnit.SECONDS),
                language,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of());
    }

    /** Returns what came back on a question; empty when it was not answered or skipped yet. */
    public Optional<Answer> answer(QuestionName question) {
        return find(answers, question);
    }

    /** Returns what was typed or ticked at a question that is open again. */
    public Optional<Answer> draft(QuestionName question) {
        return find(drafts, question);
    }

    /** Returns the first chosen value of a question, if a choice was made. */
    public Optional<String> value(QuestionName question) {
        return answer(question).filter(Answer.Given.class::isInstance).flatMap(answer -> answer.values().stream()
                .findFirst());
    }

    /** Returns what was typed at a question; empty when nothing was. */
    public String text(QuestionName question) {
        return answer(question).map(Answer::text).orElse("");
    }

    /** Returns who tells, once they said so. */
    public Optional<ReporterKind> reporter() {
        return value(QuestionName.WIE).flatMap(wire -> WireValue.parse(ReporterKind.class, wire));
    }

    /** Returns for whom the words are meant: someone who did not say is spoken to as a pupil. */
    public ReporterKind audience() {
        return reporter().orElse(ReporterKind.LEERLING);
    }

    /** Whether there is something to go back to. */
    boolean canGoBack() {
        return revisiting.isPresent() || !answers.isEmpty();
    }

    /** Adds an answer, or replaces the older one to the same question. */
    Conversation with(QuestionName question, Answer answer) {
        List<Answered> after = new ArrayList<>(answers);
        int index = indexOf(answers, question);
        Optional<Answered> old = index < 0 ? Optional.empty() : Optional.of(after.remove(index));
        Optional<Change> replaced = old.isPresent() || revisiting.isPresent()
                ? Optional.of(new Change(Math.max(0, index), old, revisiting.isPresent()))
                : Optional.empty();
        after.add(new Answered(question, answer));
        List<Answered> left = answer instanceof Answer.Skipped ? drafts : without(drafts, question);
        return copy(language, after, left, Optional.empty(), replaced, helped, asides);
    }

    /** Undoes the last answer, or leaves the question that was being changed. What was typed stays as a draft. */
    Conversation back() {
        if (revisiting.isPresent()) {
            return copy(language, answers, without(drafts, revisiting.get()), Optional.empty(), change, helped, asides);
        }
        if (answers.isEmpty()) {
            return this;
        }
        List<Answered> before = new ArrayList<>(answers);
        Answered last = before.remove(before.size() - 1);
        List<Answered> open = last.answer() instanceof Answer.Given ? put(drafts, last) : drafts;
        change.ifPresent(replaced -> replaced.old().ifPresent(old -> before.add(replaced.index(), old)));
        Optional<QuestionName> again = change.filter(Change::revisited).map(replaced -> last.question());
        return copy(language, before, open, again, Optional.empty(), helped, asides);
    }

    /** Opens an answered question again; all later answers stay. */
    Conversation revisit(QuestionName question) {
        return copy(language, answers, drafts, Optional.of(question), change, helped, asides);
    }

    /** Remembers what was typed or ticked at a question without counting it as an answer. */
    Conversation remember(QuestionName question, Answer draft) {
        return copy(language, answers, put(drafts, new Answered(question, draft)), revisiting, change, helped, asides);
    }

    /** Adds help cards. */
    Conversation helpedBy(Set<HelpTopic> topics) {
        Set<HelpTopic> all = EnumSet.noneOf(HelpTopic.class);
        all.addAll(helped);
        all.addAll(topics);
        return copy(language, answers, drafts, revisiting, change, all, asides);
    }

    /** Notes that the reporter asked the bot something. */
    Conversation asked(QuestionName at, String topic) {
        List<Aside> all = new ArrayList<>(asides);
        all.add(new Aside(at, topic));
        return copy(
                language,
                answers,
                drafts,
                revisiting,
                change,
                helped,
                all.subList(Math.max(0, all.size() - ASIDES_KEPT), all.size()));
    }

    /** Goes on in another language. */
    public Conversation in(Language other) {
        return copy(other, answers, drafts, revisiting, change, helped, asides);
    }

    private Conversation copy(
            Language language,
            List<Answered> answers,
            List<Answered> drafts,
            Optional<QuestionName> revisiting,
            Optional<Change> change,
            Set<HelpTopic> helped,
            List<Aside> asides) {
        return new Conversation(
                submission,
                receiptSeed,
                school,
                startedAt,
                language,
                answers,
                drafts,
                revisiting,
                change,
                helped,
                asides);
    }

    private static Optional<Answer> find(List<Answered> list, QuestionName question) {
        int index = indexOf(list, question);
        return index < 0 ? Optional.empty() : Optional.of(list.get(index).answer());
    }

    private static int indexOf(List<Answered> list, QuestionName question) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).question() == question) {
                return i;
            }
        }
        return -1;
    }

    private static List<Answered> without(List<Answered> list, QuestionName question) {
        return list.stream().filter(entry -> entry.question() != question).toList();
    }

    private static List<Answered> put(List<Answered> list, Answered entry) {
        List<Answered> all = new ArrayList<>(without(list, entry.question()));
        all.add(entry);
        return all;
    }

    @Override
    public String toString() {
        return "Conversation[redacted]";
    }
}
