package nl.wegwijzer.reading.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.model.Committee;
import nl.wegwijzer.reading.model.JointModel;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * What committees make of texts of writers that they did not learn from.
 *
 * @param texts the texts
 * @param fold for every text in which fold its writer was
 * @param committees for every text the committee that read it
 * @param impressions for every text what that committee makes of it
 */
@SuppressWarnings("ArrayRecordComponent")
record HeldCommittee(
        List<LearnedText> texts, int[] fold, List<Committee> committees, List<Committee.Impression> impressions) {

    /**
     * Deals the writers over folds and lets a committee that learned from the others read each fold.
     *
     * @param bags the features of the texts
     */
    static HeldCommittee of(List<LearnedText> texts, List<FeatureBag> bags, int folds) {
        List<String> writers =
                texts.stream().map(LearnedText::author).distinct().sorted().toList();
        int[] fold = texts.stream()
                .mapToInt(text -> writers.indexOf(text.author()) % folds)
                .toArray();
        List<Committee> committees = new ArrayList<>(Collections.nCopies(texts.size(), null));
        List<Committee.Impression> impressions = new ArrayList<>(Collections.nCopies(texts.size(), null));
        for (int held = 0; held < folds; held++) {
            int without = held;
            IntPredicate isHeld = i -> fold[i] == without;
            int[] learned =
                    IntStream.range(0, texts.size()).filter(isHeld.negate()).toArray();
            Committee committee = new Committee(CommitteeTrainer.train(
                    Arrays.stream(learned).mapToObj(bags::get).toList(),
                    Targets.all(Arrays.stream(learned).mapToObj(texts::get).toList())));
            IntStream.range(0, texts.size()).filter(isHeld).forEach(i -> {
                committees.set(i, committee);
                impressions.set(i, committee.read(bags.get(i)));
            });
        }
        return new HeldCommittee(texts, fold, committees, impressions);
    }

    /** Adds to the scores of an OpenNLP model over the texts of the corpus what the committee thinks of them. */
    <E extends Enum<E> & WireValue> Held join(Held linear, Task<E> task) {
        int[] ofCorpus = IntStream.range(0, texts.size())
                .filter(i -> !texts.get(i).isHard())
                .toArray();
        double[][] scores = new double[linear.size()][];
        for (int i = 0; i < scores.length; i++) {
            Committee.Question<E> question = committees.get(ofCorpus[i]).question(task.name(), task.type());
            scores[i] = JointModel.join(
                    linear.scores()[i], impressions.get(ofCorpus[i]).probabilities(question));
        }
        return new Held(linear.names(), linear.gold(), scores);
    }
}
