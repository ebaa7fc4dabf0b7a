package nl.wegwijzer.reading.learning;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wegwijzer.reading.model.Committee;
import nl.wegwijzer.reading.model.Danger;

/**
 * One question to a {@link nl.wegwijzer.reading.model.Committee} with the answer for every text that it learns from.
 *
 * @param question its name
 * @param outcomes the possible answers
 * @param answers for every text the number of its answer; {@link #NOT_ASKED} where nothing is to be learned from it
 * @param weight how much this question counts beside the others
 */
@SuppressWarnings("ArrayRecordComponent")
record Targets(String question, List<String> outcomes, int[] answers, double weight) {

    static final int NOT_ASKED = -1;

    /** Harmless texts that were written to be hard. */
    private static final String HARD = Danger.GEEN.wire() + ":hard";

    /**
     * Asks about danger. "No danger" is parted by what a text is about: what a harmless fight looks like has little in common with
     * what harmless sadness looks like, and the committee finds each of the parts more easily than all together.
     */
    static Targets danger(List<LearnedText> texts) {
        List<String> names = texts.stream().map(Targets::danger).toList();
        List<String> outcomes = List.copyOf(new TreeSet<>(names));
        int[] answers = IntStream.range(0, names.size())
                .map(i -> texts.get(i).dangerDoubted() ? NOT_ASKED : outcomes.indexOf(names.get(i)))
                .toArray();
        return new Targets(Committee.DANGER, outcomes, answers, 1);
    }

    private static String danger(LearnedText text) {
        if (text.danger() != Danger.GEEN) {
            return text.danger().wire();
        }
        return text.example()
                .map(example -> Danger.GEEN.wire() + ":" + example.category().wire())
                .orElse(HARD);
    }

    /** Asks what the corpus has labels for. */
    static Targets of(Task<?> task, List<LearnedText> texts, double weight) {
        int[] answers = texts.stream()
                .mapToInt(text -> text.example()
                        .filter(task.clear())
                        .map(example -> task.label().apply(example).ordinal())
                        .orElse(NOT_ASKED))
                .toArray();
        return new Targets(task.name(), task.names(), answers, weight);
    }

    /** All questions. */
    static List<Targets> all(List<LearnedText> texts) {
        return Stream.of(
                        danger(texts),
                        of(Task.CATEGORY, texts, 0.6),
                        of(Task.ACCUSED, texts, 1),
                        of(Task.URGENCY, texts, 0.5))
                .toList();
    }
}
