package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.wegwijzer.reading.model.Danger;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.Urgency;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * The labelled utterances, in the order of their files and lines.
 *
 * @param examples all of them
 */
public record Corpus(List<Example> examples) {

    private static final String HEADER = "category\taccused\turgency\talert\treporter\tlanguage\tauthor\ttext";

    /** Stands behind a label that two readers did not agree about, or one of them doubted. */
    private static final String DOUBT = "?";

    /** Takes a defensive copy. */
    public Corpus {
        examples = List.copyOf(examples);
    }

    /**
     * Reads every {@code *.tsv} file of a folder.
     *
     * @throws MalformedCorpusException when a line has a wrong number of columns or an unknown label
     */
    public static Corpus read(Path folder) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path file : files(folder)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !HEADER.equals(lines.get(0))) {
                throw new MalformedCorpusException(file, 1, "the header is missing");
            }
            for (int i = 1; i < lines.size(); i++) {
                examples.add(example(lines.get(i), file, i + 1));
            }
        }
        return new Corpus(examples);
    }

    /** Returns the files of a corpus folder in a fixed order. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
    }

    private static Example example(String line, Path file, int number) throws MalformedCorpusException {
        String[] columns = line.split("\t", -1);
        if (columns.length != 8 || columns[7].isBlank()) {
            throw new MalformedCorpusException(file, number, "eight columns are needed");
        }
        return new Example(
                label(Category.class, columns[0], file, number),
                label(Accused.class, undoubted(columns[1]), file, number),
                isDoubted(columns[1]),
                label(Urgency.class, columns[2], file, number),
                label(Danger.class, undoubted(columns[3]), file, number),
                isDoubted(columns[3]),
                label(ReporterKind.class, columns[4], file, number),
                label(Language.class, columns[5], file, number),
                columns[6],
                columns[7]);
    }

    /** Returns whether two readers did not agree about a label, or one of them doubted. */
    static boolean isDoubted(String label) {
        return label.endsWith(DOUBT);
    }

    /** Returns a label without the mark of doubt. */
    static String undoubted(String label) {
        return isDoubted(label) ? label.substring(0, label.length() - DOUBT.length()) : label;
    }

    static <E extends Enum<E> & WireValue> E label(Class<E> type, String wire, Path file, int number)
            throws MalformedCorpusException {
        return WireValue.parse(type, wire)
                .orElseThrow(() -> new MalformedCorpusException(file, number, "unknown label \"" + wire + "\""));
    }

    /** Returns the writers in alphabetical order. */
    public List<String> authors() {
        return examples.stream().map(Example::author).distinct().sorted().toList();
    }
}
