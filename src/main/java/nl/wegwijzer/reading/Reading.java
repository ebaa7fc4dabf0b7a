package nl.wegwijzer.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * What one text (all messages of a conversation together) was understood to say.
 *
 * @param categories calibrated probability of every label, together 1
 * @param category the likeliest label
 * @param runnerUp the second likeliest label
 * @param ask whether the reader is too unsure and the chat should ask "waar gaat het over?"
 * @param accused the likeliest kind of accused; only ever a preselected answer
 * @param urgency how soon someone must look; {@code ACUUT} whenever a signal is found
 * @param signals crisis signals with the words that triggered them, in card order
 * @param language what the text is written in
 * @param details details that may give the writer away, in order of appearance
 * @param because the words that weighed most for {@code category}, heaviest first
 */
public record Reading(
        Map<Category, Double> categories,
        Category category,
        Category runnerUp,
        boolean ask,
        Accused accused,
        Urgency urgency,
        List<CrisisSignal> signals,
        TextLanguage language,
        List<IdentifyingDetail> details,
        List<WeighedWord> because) {

    /** Takes defensive copies. */
    public Reading {
        categories = Map.copyOf(categories);
        signals = List.copyOf(signals);
        details = List.copyOf(details);
        because = List.copyOf(because);
    }

    /** Returns the calibrated probability of the likeliest label. */
    public double confidence() {
        return Optional.ofNullable(categories.get(category)).orElse(0.0);
    }

    /** Returns the kinds of crisis found, in card order. */
    public List<Alert> alerts() {
        return signals.stream().map(CrisisSignal::alert).distinct().sorted().toList();
    }
}
