package nl.wegwijzer.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.wegwijzer.reading.crisis.Findings;
import nl.wegwijzer.reading.model.Danger;
import nl.wegwijzer.reading.model.LinearModel;
import nl.wegwijzer.reading.model.Rows;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.reading.text.Token;

/**
 * Joins what the crisis rules found with what the danger model makes of the whole story. A hard finding stands, unless the story
 * is about homework, a film or the like and the model sees no danger in it either. A soft finding is one of the things that the
 * model weighs; and the model adds what nobody wrote a rule for ("ik geef al mijn spullen weg").
 */
public final class CrisisSense {

    /** The model raises an alert when danger is at least this likely. Chosen on writers that it did not learn from. */
    static final double ALARM = 0.25;

    /** In a long story one sentence of danger stands among many of other things, so less is enough there. */
    static final double ALARM_IN_LONG_STORY = 0.15;

    /** A story of this many words is long. */
    private static final int LONG_STORY = 50;

    /** A hard finding in a story about homework, a film or the like needs at least this much danger in the eyes of the model. */
    static final double ALARM_IN_CONTEXT = 0.10;

    /** Beside the likeliest danger, a soft finding is shown when the model gives it at least this much. */
    static final double SECOND = 0.15;

    private final LinearModel<Danger> model;
    private final int geen;

    /** Uses this danger model. */
    public CrisisSense(LinearModel<Danger> model) {
        this.model = model;
        this.geen = model.labels().indexOf(Danger.GEEN);
    }

    /** Returns how likely it is that there is danger, 0 to 1. */
    public double danger(Rows rows) {
        return 1 - model.probabilities(rows)[geen];
    }

    /** Returns the signals, each alert once, in card order. */
    public List<CrisisSignal> signals(Story story, Findings findings, Rows rows) {
        double[] probabilities = model.probabilities(rows);
        double danger = 1 - probabilities[geen];
        List<CrisisSignal> signals = new ArrayList<>();
        if (!findings.context() || danger >= ALARM_IN_CONTEXT) {
            signals.addAll(findings.hard());
        }
        double alarm = story.words() >= LONG_STORY ? ALARM_IN_LONG_STORY : ALARM;
        if (danger >= alarm) {
            findings.soft().stream()
                    .filter(soft -> isNew(soft, signals) && probabilities[index(soft)] >= SECOND)
                    .forEach(signals::add);
            if (signals.isEmpty() || probabilities[likeliest(probabilities)] >= alarm) {
                add(likeliest(probabilities), story, rows, signals);
            }
        }
        signals.sort(Comparator.comparing(CrisisSignal::alert));
        return List.copyOf(signals);
    }

    private static boolean isNew(CrisisSignal signal, List<CrisisSignal> signals) {
        return signals.stream().noneMatch(other -> other.alert() == signal.alert());
    }

    private int index(CrisisSignal signal) {
        return model.labels().indexOf(Danger.of(signal.alert()));
    }

    private int likeliest(double[] probabilities) {
        int best = geen == 0 ? 1 : 0;
        for (int c = 0; c < probabilities.length; c++) {
            if (c != geen && probabilities[c] > probabilities[best]) {
                best = c;
            }
        }
        return best;
    }

    /** Adds the alert of a danger with the word that spoke most for it. */
    private void add(int danger, Story story, Rows rows, List<CrisisSignal> signals) {
        double[] evidence = model.evidence(rows, danger, story.tokens().size());
        int heaviest = -1;
        for (int t = 0; t < evidence.length; t++) {
            Token token = story.tokens().get(t);
            boolean speaks = token.isWord() || token.kind() == Token.Kind.EMOJI;
            if (speaks && (heaviest < 0 || evidence[t] > evidence[heaviest])) {
                heaviest = t;
            }
        }
        if (heaviest >= 0) {
            String word = story.typed(heaviest, heaviest);
            model.labels()
                    .get(danger)
                    .alert()
                    .map(alert -> new CrisisSignal(alert, word))
                    .filter(signal -> isNew(signal, signals))
                    .ifPresent(signals::add);
        }
    }
}
