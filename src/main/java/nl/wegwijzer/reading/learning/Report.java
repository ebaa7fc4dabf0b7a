package nl.wegwijzer.reading.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Language;

/** The evaluation report as Markdown, section by section. */
final class Report {

    private final StringBuilder text = new StringBuilder("""
            # How well the reports are read

            Written by `evaluate`; do not edit. Unless a line says otherwise, a figure is on texts of a writer of whom the
            model saw nothing, because a new reporter writes like none of our writers. For the category the writers are dealt over
            eight folds (so a handful is left out at once), elsewhere over five.
            """);

    void corpus(Corpus corpus) {
        List<Example> examples = corpus.examples();
        long dutch = examples.stream().filter(e -> e.language() == Language.NL).count();
        line("");
        line("## Corpus");
        line("");
        line(
                "%d texts (%d Dutch, %d English) by %d writers; %d groups of near-duplicates.",
                examples.size(),
                dutch,
                examples.size() - dutch,
                corpus.authors().size(),
                Comparison.distinct(examples));
        line("");
        line("| label | Dutch | English |");
        line("| --- | ---: | ---: |");
        for (Category category : Category.values()) {
            line(
                    "| %s | %d | %d |",
                    category.wire(), count(examples, category, Language.NL), count(examples, category, Language.EN));
        }
    }

    private static long count(List<Example> examples, Category category, Language language) {
        return examples.stream()
                .filter(e -> e.category() == category && e.language() == language)
                .count();
    }

    void agreement(List<Agreement> agreements) {
        line("");
        line("Labelled a second time by readers who saw the text and nothing else:");
        line("");
        line("| | texts | the same | Cohen's kappa |");
        line("| --- | ---: | ---: | ---: |");
        for (Agreement agreement : agreements) {
            line("| %s | %d | %.3f | %.3f |", agreement.name(), agreement.texts(), agreement.same(), agreement.kappa());
        }
    }

    /** Tells how the shipped reader does on the texts that were kept apart. */
    void keptApart(List<KeptApart> lines) {
        if (lines.isEmpty()) {
            return;
        }
        line("");
        line("## Texts kept apart");
        line("");
        line(
                "Written by testers who knew the domain and nothing else; never learned from, and what is nearly the same as a text"
                        + " that was learned from is not among them. Read by the shipped models, rules and threshold as they are, so these"
                        + " lines are about the product, and the only ones that are. What was read wrong in the texts of testers a to d"
                        + " was looked at twice, and rules and briefs for writers came of it; of those of the others who builds the"
                        + " reader knows the figures only.");
        line("");
        line("| tester | texts | category | macro-F1 | weakest label | accused | asked | right person |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (KeptApart one : lines) {
            line(
                    "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |",
                    one.name(),
                    one.texts(),
                    one.category(),
                    one.macroF1(),
                    one.weakest(),
                    one.accused(),
                    one.asked(),
                    one.reached());
        }
        line("");
        line(
                "Danger. A second reader, who saw the text and nothing else, also said whether it calls for a crisis card; the right"
                        + " half of the table is about the texts on which this reader and the tester agree without doubt.");
        line("");
        line(
                "| tester | dangerous | found | harmless | false alarms | dangerous* | found* | harmless* | false alarms* |");
        line("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (KeptApart one : lines) {
            line("| %s | %s | %s |", one.name(), alarms(one.alarms()), alarms(one.clear()));
        }
    }

    private static String alarms(KeptApart.Alarms alarms) {
        return String.format(
                Locale.ROOT,
                "%d | %.3f | %d | %.3f",
                alarms.dangerous(),
                alarms.found(),
                alarms.harmless(),
                alarms.falseAlarms());
    }

    void routing(double reached) {
        line("");
        line("## The right person");
        line("");
        line(
                "With at most one question (what it is about, asked when the model is unsure and answered rightly) and the"
                        + " reporter's own answer about who did it, **%.3f** of the texts reach the person that the table of"
                        + " the domain names first.",
                reached);
    }

    void category(Held held, List<Example> examples) {
        task("Category", held);
        line("");
        line("| left-out writer | texts | accuracy | macro-F1 |");
        line("| --- | ---: | ---: | ---: |");
        for (String author : new Corpus(examples).authors()) {
            int[] theirs = IntStream.range(0, examples.size())
                    .filter(i -> examples.get(i).author().equals(author))
                    .toArray();
            Held own = held.only(theirs);
            line("| %s | %d | %.3f | %.3f |", author, theirs.length, own.accuracy(), own.macroF1());
        }
        for (Language language : Language.values()) {
            int[] theirs = IntStream.range(0, examples.size())
                    .filter(i -> examples.get(i).language() == language)
                    .toArray();
            if (theirs.length > 0) {
                Held own = held.only(theirs);
                line(
                        "| *all in %s* | %d | %.3f | %.3f |",
                        language.wire(), theirs.length, own.accuracy(), own.macroF1());
            }
        }
    }

    void task(String title, Held held) {
        line("");
        line("## %s", title);
        line("");
        line("Accuracy **%.3f**, macro-F1 **%.3f**.", held.accuracy(), held.macroF1());
        line("");
        line("| label | recall | F1 |");
        line("| --- | ---: | ---: |");
        for (int c = 0; c < held.names().size(); c++) {
            line("| %s | %.3f | %.3f |", held.names().get(c), held.recall(c), held.f1(c));
        }
    }

    /** Tells how the same is read where two readers agreed about it, and in each language. */
    void agreed(Held held, List<Example> examples) {
        line("");
        line("| | texts | accuracy |");
        line("| --- | ---: | ---: |");
        part("two readers agree", held, examples, example -> !example.accusedDoubted());
        part("they do not", held, examples, Example::accusedDoubted);
        for (Language language : Language.values()) {
            part("all in " + language.wire(), held, examples, example -> example.language() == language);
        }
    }

    private void part(String name, Held held, List<Example> examples, Predicate<Example> which) {
        int[] theirs = IntStream.range(0, examples.size())
                .filter(i -> which.test(examples.get(i)))
                .toArray();
        if (theirs.length > 0) {
            line("| %s | %d | %.3f |", name, theirs.length, held.only(theirs).accuracy());
        }
    }

    void calibration(Held held, double temperature, RiskCoverage curve, double threshold) {
        line("");
        line("## Sureness and asking");
        line("");
        line(
                "Temperature %.3f. Expected calibration error %.3f before, %.3f after (temperature found on one half of the"
                        + " texts, used on the other).",
                temperature, Temperature.error(held, 1), Temperature.crossError(held));
        line("");
        line(
                "The chat asks when the likeliest label has a probability below **%.3f**. Then **%.1f%%** of the texts are not"
                        + " asked about, and of these at least 95%% are read right.",
                threshold, 100 * curve.coverage(Evaluation.ACCEPTED_RISK));
        line("");
        line("| accepted risk | not asked |");
        line("| ---: | ---: |");
        for (double risk : new double[] {0.02, 0.05, 0.08, 0.1}) {
            line("| %.0f%% | %.1f%% |", risk * 100, curve.coverage(risk) * 100);
        }
        line("");
        line("The right label is among the three likeliest in **%.1f%%** of all texts.", 100 * amongThree(held));
        line("");
        line("![risk-coverage curve](risk-coverage.svg)");
        line("");
        line("![confusion matrix](confusion.svg)");
    }

    private static double amongThree(Held held) {
        long among = 0;
        for (int i = 0; i < held.size(); i++) {
            double own = held.scores()[i][held.gold()[i]];
            int text = i;
            long better = IntStream.range(0, held.names().size())
                    .filter(c -> held.scores()[text][c] > own)
                    .count();
            among += better < 3 ? 1 : 0;
        }
        return (double) among / held.size();
    }

    void confusions(Held held) {
        int[][] confusion = held.confusion();
        record Pair(String gold, String read, int count) {}
        List<Pair> pairs = new ArrayList<>();
        for (int g = 0; g < confusion.length; g++) {
            for (int r = 0; r < confusion.length; r++) {
                if (g != r) {
                    pairs.add(new Pair(held.names().get(g), held.names().get(r), confusion[g][r]));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::count).reversed());
        line("");
        line("## Most common mistakes in the category");
        line("");
        line("| true | read as | texts |");
        line("| --- | --- | ---: |");
        for (Pair pair : pairs.subList(0, Math.min(12, pairs.size()))) {
            line("| %s | %s | %d |", pair.gold, pair.read, pair.count);
        }
    }

    void grouped(Comparison.Line grouped) {
        line("");
        line("## Grouped cross-validation");
        line("");
        line(
                "%s, OpenNLP model alone: macro-F1 %.3f, accuracy %.3f. The model knows every writer here, so this is no estimate for new"
                        + " ones. Knowing a writer hardly helps: nobody told the same event twice.",
                grouped.name(), grouped.macroF1(), grouped.accuracy());
    }

    void table(String title, List<Comparison.Line> lines) {
        line("");
        line("## %s", title);
        line("");
        line(
                "Category, by the OpenNLP model alone unless a line says otherwise; writers dealt over two folds, so half of them is"
                        + " left out at once. Both make the figures lower than above, but they compare.");
        line("");
        line("| | macro-F1 | accuracy |");
        line("| --- | ---: | ---: |");
        for (Comparison.Line line : lines) {
            line("| %s | %.3f | %.3f |", line.name(), line.macroF1(), line.accuracy());
        }
    }

    void crisis(CrisisEvaluation.Result result) {
        line("");
        line("## Crisis");
        line("");
        line(
                "The crisis texts were written to be hard: what someone in danger types, often without naming it, and harmless"
                        + " texts full of heavy words, each file by another writer. In the corpus every text was labelled with the card"
                        + " that it calls for, by readers who saw nothing but the text; texts about which they doubted are left out"
                        + " here. The committee never learned from a writer it is judged on, but the thresholds for an alert were"
                        + " chosen on figures like these. The rules were sharpened with the texts of the first nine crisis writers in"
                        + " view.");
        line("");
        line("| | dangerous | harmless | any alert where there is danger | the right alert | false alarms |");
        line("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (CrisisEvaluation.Line line : result.lines()) {
            line(
                    "| %s | %d | %d | %.3f | %.3f | %.3f |",
                    line.name(), line.dangerous(), line.harmless(), line.recall(), line.kind(), line.falseAlarms());
        }
        line("");
        line("What one other threshold for all stories would bring, rules left aside, all these texts together:");
        line("");
        line("| threshold | found | false alarms |");
        line("| ---: | ---: | ---: |");
        for (CrisisEvaluation.Point point : result.points()) {
            line("| %.2f | %.3f | %.3f |", point.threshold(), point.recall(), point.falseAlarms());
        }
        ways(result.ways());
    }

    private void ways(List<CrisisEvaluation.Way> ways) {
        line("");
        line(
                "Why a committee: how much of the danger is found when so many harmless texts raise an alert, rules left aside, by"
                        + " OpenNLP's maximum entropy trainer and by the committee, on the same features, learned from the same writers"
                        + " and judged on the same fifth of them.");
        line("");
        line("| | 2% false alarms | 5% | 8% |");
        line("| --- | ---: | ---: | ---: |");
        for (CrisisEvaluation.Way way : ways) {
            line(
                    "| %s | %.3f | %.3f | %.3f |",
                    way.name(),
                    way.found().get(0),
                    way.found().get(1),
                    way.found().get(2));
        }
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    String text() {
        return text.toString();
    }
}
