package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far two readers agree who labelled the same texts without seeing each other's labels.
 *
 * @param name what was labelled
 * @param texts how many texts both labelled
 * @param same which part got the same label from both
 * @param kappa Cohen's kappa: agreement beyond what chance would give; 1 is always, 0 is chance
 */
record Agreement(String name, int texts, double same, double kappa) {

    private static final List<String> FILES = List.of("agreement.tsv", "agreement-alert.tsv");

    /** Reads the files: a column {@code …_first} and one {@code …_second} for everything that was labelled. */
    static List<Agreement> read(Path nlpModels) throws IOException {
        List<Agreement> all = new ArrayList<>();
        for (String file : FILES) {
            all.addAll(readFile(nlpModels.resolve(file)));
        }
        return all;
    }

    private static List<Agreement> readFile(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> columns = List.of(lines.get(0).split("\t"));
        List<String[]> rows =
                lines.stream().skip(1).map(line -> line.split("\t", -1)).toList();
        return columns.stream()
                .filter(column -> column.endsWith("_first"))
                .map(column -> column.substring(0, column.length() - "_first".length()))
                .map(name -> of(
                        name,
                        rows.stream()
                                .map(row -> new Pair(
                                        row[columns.indexOf(name + "_first")], row[columns.indexOf(name + "_second")]))
                                .toList()))
                .toList();
    }

    /** Two labels of one text. */
    record Pair(String first, String second) {}

    /** Computes the agreement; of no texts at all it is perfect. */
    static Agreement of(String name, List<Pair> pairs) {
        Map<String, Integer> first = new HashMap<>();
        Map<String, Integer> second = new HashMap<>();
        int same = 0;
        for (Pair pair : pairs) {
            first.merge(pair.first(), 1, Integer::sum);
            second.merge(pair.second(), 1, Integer::sum);
            same += pair.first().equals(pair.second()) ? 1 : 0;
        }
        double n = Math.max(1, pairs.size());
        double chance = 0;
        Set<String> labels = new TreeSet<>(first.keySet());
        for (String label : labels) {
            chance += first.getOrDefault(label, 0) / n * second.getOrDefault(label, 0) / n;
        }
        double observed = pairs.isEmpty() ? 1 : same / n;
        double kappa = chance >= 1 ? 1 : (observed - chance) / (1 - chance);
        return new Agreement(name, pairs.size(), observed, kappa);
    }
}
