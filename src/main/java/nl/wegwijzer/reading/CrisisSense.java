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
 * Joins what the crisis rules found with what the danger model makes of the whole story. The rules come first: a hard signal
 * stands, unless the story is about homework, a film or the like and the model sees no danger in it either. The model adds what nobody wrote a rule for ("ik geef al mijn spullen weg"), and silences a soft signal in a
 * story that it is sure is harmless.
 */
public final class CrisisSense {

    /** The model raises an alert by itself when danger is likelier than this. Chosen for recall on the tuning half. */
    static final double ALONE = 0.14;

    /** A soft signal needs at least this much danger in the eyes of the model. */
    static final double WITH_SOFT_RULE = 0.05;

    private final LinearModel<Danger> model;

    /** Uses this danger model. */
    public CrisisSense(LinearModel<Danger> model) {
        this.model = model;
    }

    /** Returns the signals, each alert once, in card order. */
    public List<CrisisSignal> signals(Story story, Findings findings, Rows rows) {
        double[] probabilities = model.probabilities(rows);
        double danger = 1 - probabilities[model.labels().indexOf(Danger.GEEN)];
        List<CrisisSignal> signals = new ArrayList<>();
        if (!findings.context() || danger >= WITH_SOFT_RULE) {
            signals.addAll(findings.hard());
        }
        boolean softCounts = findings.context() ? danger >= ALONE : danger >= WITH_SOFT_RULE;
        for (CrisisSignal signal : findings.soft()) {
            if (softCounts && isNew(signal, signals)) {
                signals.add(signal);
            }
        }
        if (signals.isEmpty() && danger >= ALONE) {
            likeliest(story, rows, probabilities, signals);
        }
        signals.sort(Comparator.comparing(CrisisSignal::alert));
        return List.copyOf(signals);
    }

    private static boolean isNew(CrisisSignal signal, List<CrisisSignal> signals) {
        return signals.stream().noneMatch(other -> other.alert() == signal.alert());
    }

    private void likeliest(Story story, Rows rows, double[] probabilities, List<CrisisSignal> signals) {
        int geen = model.labels().indexOf(Danger.GEEN);
        int best = -1;
        for (int c = 0; c < probabilities.length; c++) {
            if (c != geen && (best < 0 || probabilities[c] > probabilities[best])) {
                best = c;
            }
        }
        double[] evidence = model.evidence(rows, best, story.tokens().size());
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
            model.labels().get(best).alert().ifPresent(alert -> signals.add(new CrisisSignal(alert, word)));
        }
    }
}
