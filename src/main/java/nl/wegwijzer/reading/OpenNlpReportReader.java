package nl.wegwijzer.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wegwijzer.reading.crisis.Findings;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.language.LanguageReader;
import nl.wegwijzer.reading.model.Insight;
import nl.wegwijzer.reading.model.ModelException;
import nl.wegwijzer.reading.model.ModelSet;
import nl.wegwijzer.reading.model.ModelSource;
import nl.wegwijzer.reading.privacy.DetailFinder;
import nl.wegwijzer.reading.text.FunctionWords;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * Reads reports with the trained OpenNLP models, the committee beside them, and the crisis rules. Load it once and share it: it is
 * immutable and thread-safe.
 */
public final class OpenNlpReportReader implements ReportReader {

    private static final Set<Alert> TO_LIFE = EnumSet.of(Alert.ZELFDODING, Alert.GEWELD_NU, Alert.MEDISCH);

    private static final int FEWEST_WORDS_OF_A_LANGUAGE = 6;

    private final ModelSet models;
    private final CrisisSense crisis;
    private final LanguageReader languages;
    private final DetailFinder details;

    private OpenNlpReportReader(ModelSet models, LanguageReader languages, DetailFinder details) {
        this.models = models;
        this.crisis = new CrisisSense(models.features(), models.committee());
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
        Findings findings = models.features().findings(story);
        FeatureBag bag = models.features().extract(story, findings);
        Insight insight = models.insight(bag);
        TextLanguage language = languages.read(story);
        List<CrisisSignal> signals = isForeign(story, language)
                ? findings.hard()
                : crisis.sense(story, findings, insight.impression()).signals();
        Understanding understanding = Understanding.of(story, isForeign(story, language), insight, models);
        double[] evidence = models.category()
                .evidence(insight, understanding.best(), story.tokens().size());
        return new Reading(
                understanding.categories(),
                understanding.category(),
                understanding.runnerUp(),
                understanding.ask(),
                models.accused().likeliest(models.accused().scores(insight, understanding.asFeatures())),
                urgency(insight, signals),
                signals,
                language,
                details.find(story),
                Because.words(story, evidence));
    }

    /** Of a story in a language that the models never saw they know nothing; two words may be any language. */
    private static boolean isForeign(Story story, TextLanguage language) {
        return language == TextLanguage.ANDERS && story.words() >= FEWEST_WORDS_OF_A_LANGUAGE;
    }

    /**
     * Returns how soon someone must look. A danger to life is taken as a danger now; any other crisis signal asks for a day at
     * most (domain §5, §10).
     */
    private Urgency urgency(Insight insight, List<CrisisSignal> signals) {
        if (signals.stream().anyMatch(signal -> TO_LIFE.contains(signal.alert()))) {
            return Urgency.ACUUT;
        }
        Urgency urgency = models.urgency().likeliest(models.urgency().scores(insight));
        return signals.isEmpty() || urgency == Urgency.ACUUT ? urgency : Urgency.HOOG;
    }
}
