package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wegwijzer.reading.Reading;
import nl.wegwijzer.reading.ReportReader;
import nl.wegwijzer.reading.model.Danger;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;

/**
 * How the shipped reader does, rules, models and threshold together, on texts that were kept apart: written by testers who knew
 * the domain and nothing else, and never learned from.
 *
 * @param name which tester, or all
 * @param texts how many texts
 * @param category which part of them got the right category
 * @param macroF1 the mean of the F1 of the categories that occur
 * @param weakest the lowest of them
 * @param accused which part shows the right kind of person as the one who did it
 * @param asked about which part the chat asks what it is about
 * @param reached which part reaches the right person after at most that question
 * @param alarms what came of danger
 * @param clear what came of danger in the texts about which the tester and a second reader agree
 */
record KeptApart(
        String name,
        int texts,
        double category,
        double macroF1,
        double weakest,
        double accused,
        double asked,
        double reached,
        Alarms alarms,
        Alarms clear) {

    /**
     * What came of danger in some texts.
     *
     * @param dangerous how many call for a crisis card
     * @param found which part of these raises an alert
     * @param harmless how many call for none
     * @param falseAlarms which part of these raises one
     */
    record Alarms(int dangerous, double found, int harmless, double falseAlarms) {

        private static Alarms of(List<Read> reads) {
            List<Read> dangerous = reads.stream().filter(Read::isDangerous).toList();
            List<Read> harmless =
                    reads.stream().filter(read -> !read.isDangerous()).toList();
            return new Alarms(
                    dangerous.size(),
                    part(dangerous, dangerous.stream().filter(Read::raises).count()),
                    harmless.size(),
                    part(harmless, harmless.stream().filter(Read::raises).count()));
        }
    }

    /** The folder with a file for each tester. */
    static final String FOLDER = "kept-apart";

    /** Whoever builds the reader read what it got wrong in the texts of these; of the others they know the figures only. */
    private static final Set<String> LOOKED_AT = Set.of("tester-a", "tester-b", "tester-c", "tester-d");

    private static final String HEADER = "category\taccused\talert\tlanguage\ttext";

    private record Labelled(Category category, Accused accused, Danger danger, boolean dangerDoubted, String text) {}

    private record Read(Labelled labelled, Reading reading) {

        boolean isDangerous() {
            return labelled.danger != Danger.GEEN;
        }

        boolean raises() {
            return !reading.signals().isEmpty();
        }
    }

    /**
     * Reads all texts with a reader.
     *
     * @param nlpModels the folder with the texts in {@value #FOLDER}
     * @return a line for each tester and, first, one for all together and one for those whose texts nobody looked at; nothing
     *     when there are no texts
     */
    static List<KeptApart> run(Path nlpModels, ReportReader reader, RightPerson person) throws IOException {
        Path folder = nlpModels.resolve(FOLDER);
        Map<String, List<Read>> byTester = new LinkedHashMap<>();
        if (Files.isDirectory(folder)) {
            for (Path file : Corpus.files(folder)) {
                byTester.put(
                        file.getFileName().toString().replace(".tsv", ""),
                        texts(file).stream()
                                .map(text -> new Read(text, reader.read(text.text)))
                                .toList());
            }
        }
        List<KeptApart> lines = new ArrayList<>();
        if (!byTester.isEmpty()) {
            lines.add(of("all", byTester.values().stream().flatMap(List::stream).toList(), person));
            lines.add(of(
                    "not looked at",
                    byTester.entrySet().stream()
                            .filter(tester -> !LOOKED_AT.contains(tester.getKey()))
                            .flatMap(tester -> tester.getValue().stream())
                            .toList(),
                    person));
            byTester.forEach((tester, reads) -> lines.add(of(tester, reads, person)));
        }
        return lines;
    }

    private static List<Labelled> texts(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !HEADER.equals(lines.get(0))) {
            throw new MalformedCorpusException(file, 1, "the header is missing");
        }
        List<Labelled> texts = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] columns = lines.get(i).split("\t", -1);
            if (columns.length != 5 || columns[4].isBlank()) {
                throw new MalformedCorpusException(file, i + 1, "five columns are needed");
            }
            texts.add(new Labelled(
                    Corpus.label(Category.class, columns[0], file, i + 1),
                    Corpus.label(Accused.class, columns[1], file, i + 1),
                    Corpus.label(Danger.class, Corpus.undoubted(columns[2]), file, i + 1),
                    Corpus.isDoubted(columns[2]),
                    columns[4]));
        }
        return texts;
    }

    private static KeptApart of(String name, List<Read> reads, RightPerson person) {
        Held categories = categories(reads);
        return new KeptApart(
                name,
                reads.size(),
                categories.accuracy(),
                categories.macroF1(),
                categories.lowestF1(),
                part(
                        reads,
                        reads.stream()
                                .filter(read -> read.reading.accused() == read.labelled.accused)
                                .count()),
                part(reads, reads.stream().filter(read -> read.reading.ask()).count()),
                part(
                        reads,
                        reads.stream()
                                .filter(read -> read.reading.ask()
                                        || person.isReached(
                                                read.labelled.category, read.reading.category(), read.labelled.accused))
                                .count()),
                Alarms.of(reads),
                Alarms.of(reads.stream()
                        .filter(read -> !read.labelled.dangerDoubted)
                        .toList()));
    }

    private static double part(List<Read> of, long count) {
        return of.isEmpty() ? 0 : (double) count / of.size();
    }

    private static Held categories(List<Read> reads) {
        List<Category> categories = List.of(Category.values());
        return new Held(
                categories.stream().map(Category::wire).toList(),
                reads.stream()
                        .mapToInt(read -> read.labelled.category.ordinal())
                        .toArray(),
                reads.stream()
                        .map(read -> categories.stream()
                                .mapToDouble(category -> category == read.reading.category() ? 1 : 0)
                                .toArray())
                        .toArray(double[][]::new));
    }
}
