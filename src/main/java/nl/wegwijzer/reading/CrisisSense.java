package nl.wegwijzer.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.wegwijzer.reading.crisis.Findings;
import nl.wegwijzer.reading.features.FeatureExtractor;
import nl.wegwijzer.reading.model.Committee;
import nl.wegwijzer.reading.model.Danger;
import nl.wegwijzer.reading.text.Passages;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.reading.text.Token;

/**
 * Joins what the crisis rules found with what the committee makes of the story. A hard finding stands, unless the story is about
 * homework, a film or the like and the committee sees no danger in it either. A soft finding is one of the things that the
 * committee weighs; and the committee adds what nobody wrote a rule for ("ik geef al mijn spullen weg"). A long story is also read
 * passage by passage, because one sentence of danger is lost among many of other things.
 */
public final class CrisisSense {

    /** An alert is raised when danger is at least this likely. Chosen on writers that the committee did not learn from. */
    static final double ALARM = 0.40;

    /** In a long story less is enough: who writes so much has a reason, and one sentence weighs little among so many. */
    static final double ALARM_IN_LONG_STORY = 0.35;

    /** A story of this many words is long. */
    private static final int LONG_STORY = 50;

    /** How many of the most dangerous passages of a long story count, as much as the story as a whole. */
    private static final int WORST_PASSAGES = 3;

    /** A hard finding in a story about homework, a film or the like needs at least this much danger in the committee's eyes. */
    static final double ALARM_IN_CONTEXT = 0.10;

    /** Beside the likeliest danger, a soft finding is shown when the committee gives it at least this much. */
    static final double SECOND = 0.15;

    /** Keeps the odds of what is certain within bounds. */
    private static final double CERTAIN = 1e-3;

    private static final double NOTHING = 1e-12;

    private static final int GEEN = Danger.GEEN.ordinal();

    private final FeatureExtractor features;
    private final Committee committee;
    private final Committee.Question<Danger> question;

    /** Uses a committee, and what makes the features that it reads. */
    public CrisisSense(FeatureExtractor features, Committee committee) {
        this.features = features;
        this.committee = committee;
        this.question = committee.danger();
    }

    /**
     * A story or a passage as the committee sees it.
     *
     * @param story what was read
     * @param impression what the committee makes of it
     * @param dangers how likely each danger is
     */
    private record View(Story story, Committee.Impression impression, double[] dangers) {

        double danger() {
            return 1 - dangers[GEEN];
        }

        double logOdds() {
            return Math.log((danger() + CERTAIN) / (dangers[GEEN] + CERTAIN));
        }
    }

    private View view(Story story, Committee.Impression impression) {
        return new View(story, impression, impression.probabilities(question));
    }

    /** Returns the passages of a long story that look most dangerous, the worst first; none of a short one. */
    private List<View> worst(Story story) {
        if (story.words() < LONG_STORY) {
            return List.of();
        }
        return Passages.of(story).stream()
                .map(passage -> view(passage, committee.read(features.extract(passage))))
                .sorted(Comparator.comparingDouble(View::danger).reversed())
                .limit(WORST_PASSAGES)
                .toList();
    }

    /** The odds of danger are those of the whole and of the worst passages, averaged; which danger it is they tell together. */
    private static double[] joined(View whole, List<View> worst) {
        if (worst.isEmpty()) {
            return whole.dangers;
        }
        double ofPassages = worst.stream().mapToDouble(View::logOdds).average().orElseThrow();
        double danger = 1 / (1 + Math.exp(-(whole.logOdds() + ofPassages) / 2));
        double[] first = worst.get(0).dangers;
        double all = Math.max(NOTHING, whole.danger() + worst.get(0).danger());
        double[] joined = new double[first.length];
        double rest = 1;
        for (int d = 0; d < joined.length; d++) {
            if (d != GEEN) {
                joined[d] = danger * (whole.dangers[d] + first[d]) / all;
                rest -= joined[d];
            }
        }
        joined[GEEN] = rest;
        return joined;
    }

    /**
     * What a story says about danger.
     *
     * @param dangers how likely each danger is, {@link Danger#GEEN} included, in the order of the type
     * @param signals the signals, each alert once, in card order
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Sensed(double[] dangers, List<CrisisSignal> signals) {

        /** Returns how likely any danger is. */
        public double danger() {
            return 1 - dangers[GEEN];
        }
    }

    /**
     * Says what danger a story tells of.
     *
     * @param findings what the crisis rules found in it
     * @param impression what the committee makes of it as a whole
     */
    public Sensed sense(Story story, Findings findings, Committee.Impression impression) {
        View whole = view(story, impression);
        List<View> worst = worst(story);
        double[] dangers = joined(whole, worst);
        return new Sensed(dangers, signals(findings, whole, worst, dangers));
    }

    private List<CrisisSignal> signals(Findings findings, View whole, List<View> worst, double[] dangers) {
        double danger = 1 - dangers[GEEN];
        List<CrisisSignal> signals = new ArrayList<>();
        if (!findings.context() || danger >= ALARM_IN_CONTEXT) {
            signals.addAll(findings.hard());
        }
        if (danger >= (whole.story.words() < LONG_STORY ? ALARM : ALARM_IN_LONG_STORY)) {
            findings.soft().stream()
                    .filter(soft -> isNew(soft, signals)
                            && dangers[Danger.of(soft.alert()).ordinal()] >= SECOND)
                    .forEach(signals::add);
            View clearest = worst.stream()
                    .findFirst()
                    .filter(passage -> passage.danger() > whole.danger())
                    .orElse(whole);
            likeliest(dangers, signals.isEmpty() ? 0 : SECOND)
                    .flatMap(likeliest -> signal(likeliest, clearest))
                    .filter(signal -> isNew(signal, signals))
                    .ifPresent(signals::add);
        }
        signals.sort(Comparator.comparing(CrisisSignal::alert));
        return List.copyOf(signals);
    }

    private static boolean isNew(CrisisSignal signal, List<CrisisSignal> signals) {
        return signals.stream().noneMatch(other -> other.alert() == signal.alert());
    }

    private static Optional<Danger> likeliest(double[] probabilities, double atLeast) {
        return Arrays.stream(Danger.values())
                .filter(danger -> danger != Danger.GEEN && probabilities[danger.ordinal()] >= atLeast)
                .max(Comparator.comparingDouble(danger -> probabilities[danger.ordinal()]));
    }

    /** Returns the alert of a danger with the word that spoke most for it. */
    private Optional<CrisisSignal> signal(Danger danger, View view) {
        List<Token> tokens = view.story.tokens();
        double[] evidence = view.impression.evidence(question, danger, tokens.size());
        return IntStream.range(0, tokens.size())
                .filter(t -> tokens.get(t).isWord() || tokens.get(t).kind() == Token.Kind.EMOJI)
                .boxed()
                .max(Comparator.comparingDouble((Integer t) -> evidence[t]).thenComparing(Comparator.reverseOrder()))
                .map(heaviest -> view.story.typed(heaviest, heaviest))
                .flatMap(word -> danger.alert().map(alert -> new CrisisSignal(alert, word)));
    }
}
