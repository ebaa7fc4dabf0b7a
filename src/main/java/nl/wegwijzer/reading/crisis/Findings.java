package nl.wegwijzer.reading.crisis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.wegwijzer.reading.CrisisSignal;

/**
 * What the crisis rules say about a story, each alert once with the first words that raised it.
 *
 * @param hard signals in words that hardly ever mean anything else
 * @param soft signals that fall when the story is about homework, a game, long ago and solved
 * @param context whether the story is about one of these
 * @param cancelled whether words were found that take a signal back, such as "dood van het lachen"
 */
public record Findings(List<CrisisSignal> hard, List<CrisisSignal> soft, boolean context, boolean cancelled) {

    /** Takes defensive copies. */
    public Findings {
        hard = List.copyOf(hard);
        soft = List.copyOf(soft);
    }

    /** Returns the signals that the rules alone would show, in card order. */
    public List<CrisisSignal> signals() {
        List<CrisisSignal> signals = new ArrayList<>(hard);
        for (CrisisSignal signal : context ? List.<CrisisSignal>of() : soft) {
            if (hard.stream().noneMatch(other -> other.alert() == signal.alert())) {
                signals.add(signal);
            }
        }
        signals.sort(Comparator.comparing(CrisisSignal::alert));
        return List.copyOf(signals);
    }
}
