package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.reading.model.Danger;

/**
 * A text with the danger that is in it: one of the crisis texts, which were written to be hard, or one of the corpus.
 *
 * @param text what was typed
 * @param danger the danger
 * @param author the writer of the text; never straddles a fold
 * @param hard whether it was written to be hard
 */
record DangerExample(String text, Danger danger, String author, boolean hard) {

    /** The folder with a file for each writer. */
    static final String FOLDER = "crisis";

    private static final String HEADER = "alert\ttext";

    /**
     * Reads the crisis texts.
     *
     * @throws MalformedCorpusException when a line has an unknown alert
     */
    static List<DangerExample> read(Path nlpModels) throws IOException {
        List<DangerExample> examples = new ArrayList<>();
        for (Path file : Corpus.files(nlpModels.resolve(FOLDER))) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !HEADER.equals(lines.get(0))) {
                throw new MalformedCorpusException(file, 1, "the header is missing");
            }
            String author = file.getFileName().toString().replace(".tsv", "");
            for (int i = 1; i < lines.size(); i++) {
                String[] columns = lines.get(i).split("\t", -1);
                if (columns.length != 2 || columns[1].isBlank()) {
                    throw new MalformedCorpusException(file, i + 1, "two columns are needed");
                }
                Danger danger = Corpus.label(Danger.class, columns[0], file, i + 1);
                examples.add(new DangerExample(columns[1], danger, author, true));
            }
        }
        return List.copyOf(examples);
    }

    /** Takes the examples of the corpus about whose danger nobody doubted. */
    static List<DangerExample> of(List<Example> examples) {
        return examples.stream()
                .filter(example -> !example.dangerDoubted())
                .map(example -> new DangerExample(example.text(), example.danger(), example.author(), false))
                .toList();
    }
}
