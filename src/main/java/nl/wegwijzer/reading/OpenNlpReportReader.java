package nl.wegwijzer.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.wegwijzer.reading.crisis.Findings;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.language.LanguageReader;
import nl.wegwijzer.reading.model.LinearModel;
import nl.wegwijzer.reading.model.ModelException;
import nl.wegwijzer.reading.model.ModelSet;
import nl.wegwijzer.reading.model.ModelSource;
import nl.wegwijzer.reading.model.Rows;
import nl.wegwijzer.reading.privacy.DetailFinder;
import nl.wegwijzer.reading.text.FunctionWords;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * Reads reports with the trained OpenNLP models and the crisis rules. Load it once and share it: it is immutable and
 * thread-safe.
 */
public final class OpenNlpReportReader implements ReportReader {

    private final ModelSet models;
    private final CrisisSense crisis;
    private final LanguageReader languages;
    private final DetailFinder details;

    private OpenNlpReportReader(ModelSet models, LanguageReader languages, DetailFinder details) {
        this.models = models;
        this.crisis = new CrisisSense(models.danger());
        this.languages = languages;
        this.details = details;
    }

    /**
     * Loads the models that are part of the product.
     *
     * @throws ModelException when a model is missing or is not the one that belongs to the others
     */
    public static OpenNlpReportReader load() {
        return load(ModelSource.classPath());
    }

    /**
     * Loads models from elsewhere.
     *
     * @throws ModelException when a model is missing or is not the one that belongs to the others
     */
    public static OpenNlpReportReader load(ModelSource source) {
        return new OpenNlpReportReader(
                ModelSet.load(source),
                LanguageReader.load(FunctionWords.parse(lines(source, "lexicon/languages.txt"))),
                new DetailFinder(lines(source, "lexicon/names.txt")));
    }

    private static List<String> lines(ModelSource source, String file) {
        try {
            return new String(source.read(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new ModelException("nlp-models/" + file + " cannot be read", e);
        }
    }

    @Override
    public Reading read(String text) {
        Story story = Story.of(text);
        Findings findings = models.crisis().find(story);
        FeatureBag bag = models.features().extract(story);
        Rows rows = models.category().rows(bag);
        List<CrisisSignal> signals = crisis.signals(story, findings, rows);
        Understanding understanding = Understanding.of(story, rows, models);
        double[] evidence = models.category()
                .evidence(rows, understanding.best(), story.tokens().size());
        return new Reading(
                understanding.categories(),
                understanding.category(),
                understanding.runnerUp(),
                understanding.ask(),
                likeliest(models.accused(), rows),
                signals.isEmpty() ? likeliest(models.urgency(), rows) : Urgency.ACUUT,
                signals,
                languages.read(story),
                details.find(story),
                Because.words(story, evidence));
    }

    private static <E extends Enum<E> & nl.wegwijzer.taxonomy.WireValue> E likeliest(LinearModel<E> model, Rows rows) {
        double[] scores = model.scores(rows);
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            if (scores[c] > scores[best]) {
                best = c;
            }
        }
        return model.labels().get(best);
    }
}
