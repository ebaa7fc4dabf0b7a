package nl.wegwijzer.chat;

import java.util.List;
import java.util.Optional;
import nl.wegwijzer.routing.Reason;

/** A question as it stands in one situation: how it is answered and which answers it takes. */
public sealed interface Question
        permits Question.Choice, Question.Information, Question.Review, MultipleQuestion, TextQuestion, PeopleQuestion {

    /** Returns its name. */
    QuestionName name();

    /** Returns how it is answered, for the page. */
    ChatPage.Kind kind();

    /** Whether "weet ik niet" is an answer. */
    boolean skippable();

    /** Returns the choices; may be empty. */
    default List<Option> options() {
        return List.of();
    }

    /** Returns the people to choose from; may be empty. */
    default List<Offer> people() {
        return List.of();
    }

    /** Returns the longest text in code points; 0 when there is no text area. */
    default int maxLength() {
        return 0;
    }

    /**
     * Makes an answer of what was sent.
     *
     * @param values distinct, without the values that work at every question
     * @param text cleaned
     * @return an answer that {@link #takes} accepts, or the key of a friendly problem
     */
    Read read(List<String> values, String text);

    /**
     * Makes an answer of "weet ik niet".
     *
     * @param values what was ticked all the same
     */
    default Read skip(List<String> values) {
        return skippable() ? new Usable(new Answer.Skipped()) : new Unusable("probleem.nodig");
    }

    /** Whether an answer given earlier still stands, now that other answers may have changed. */
    boolean takes(Answer.Given answer);

    /** What {@link #read} makes of an input. */
    sealed interface Read {}

    /** A usable answer. */
    record Usable(Answer answer) implements Read {}

    /** An unusable one; the key of what to say about it. */
    record Unusable(String problem) implements Read {}

    /**
     * A choice.
     *
     * @param value wire value
     * @param selected marked beforehand because the story suggests it
     */
    record Option(String value, boolean selected) {}

    /**
     * A person to choose.
     *
     * @param official the official's id
     * @param reason why this person is proposed; empty for all others
     */
    record Offer(String official, Optional<Reason> reason) {}

    /**
     * One of a few choices.
     *
     * @param maxLength of what may be told beside the choice, in code points; 0 when nothing may
     * @param folded whether only the marked choices are in sight at first
     */
    record Choice(QuestionName name, List<Option> options, boolean skippable, int maxLength, boolean folded)
            implements Question {
        /** A plain choice. */
        Choice(QuestionName name, List<Option> options, boolean skippable) {
            this(name, options, skippable, 0, false);
        }

        @Override
        public ChatPage.Kind kind() {
            return folded ? ChatPage.Kind.LIKELY : ChatPage.Kind.CHOICE;
        }

        @Override
        public Read read(List<String> values, String text) {
            List<String> chosen =
                    values.stream().filter(v -> !v.equals(Input.NEXT)).toList();
            return chosen.size() == 1 && has(options, chosen.get(0))
                    ? new Usable(new Answer.Given(chosen, maxLength > 0 ? text : ""))
                    : new Unusable("probleem.kies");
        }

        @Override
        public boolean takes(Answer.Given answer) {
            return answer.values().size() == 1 && has(options, answer.values().get(0));
        }
    }

    /** Something to read before going on. */
    record Information(QuestionName name) implements Question {
        @Override
        public ChatPage.Kind kind() {
            return ChatPage.Kind.CHOICE;
        }

        @Override
        public boolean skippable() {
            return false;
        }

        @Override
        public List<Option> options() {
            return List.of(new Option(Input.NEXT, false));
        }

        @Override
        public Read read(List<String> values, String text) {
            return values.equals(List.of(Input.NEXT))
                    ? new Usable(new Answer.Given(values, ""))
                    : new Unusable("probleem.verder");
        }

        @Override
        public Read skip(List<String> values) {
            return new Usable(new Answer.Given(List.of(Input.NEXT), ""));
        }

        @Override
        public boolean takes(Answer.Given answer) {
            return answer.values().equals(List.of(Input.NEXT));
        }
    }

    /** The whole report, to check and send. It is never answered: sending ends the conversation. */
    record Review(QuestionName name) implements Question {
        @Override
        public ChatPage.Kind kind() {
            return ChatPage.Kind.REVIEW;
        }

        @Override
        public boolean skippable() {
            return false;
        }

        @Override
        public Read read(List<String> values, String text) {
            return new Unusable("probleem.controle");
        }

        @Override
        public boolean takes(Answer.Given answer) {
            return false;
        }
    }

    /** Whether a value is one of the choices. */
    static boolean has(List<Option> options, String value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }

    /** Whether a value is one of the people. */
    static boolean offers(List<Offer> people, String value) {
        return people.stream().anyMatch(offer -> offer.official().equals(value));
    }
}
