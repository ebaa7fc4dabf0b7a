package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wegwijzer.reading.model.Danger;

/**
 * A text to learn from: one of the crisis texts, which have a label for danger alone and were written to be hard, or one of the
 * corpus.
 *
 * @param text what was typed
 * @param author the writer of the text; never straddles a fold
 * @param danger the danger in it
 * @param dangerDoubted whether a reader doubted about the danger
 * @param example the labels of the corpus; empty for a crisis text
 */
record LearnedText(String text, String author, Danger danger, boolean dangerDoubted, Optional<Example> example) {

    /** The folder with a file of crisis texts for each writer. */
    static final String CRISIS = "crisis";

    private static final String HEADER = "alert\ttext";

    /** Reads the crisis texts and puts those of the corpus after them. */
    static List<LearnedText> all(Path nlpModels, List<Example> corpus) throws IOException {
        return Stream.concat(crisis(nlpModels).stream(), of(corpus).stream()).toList();
    }

    /**
     * Reads the crisis texts.
     *
     * @throws MalformedCorpusException when a line has an unknown alert
     */
    private static List<LearnedText> crisis(Path nlpModels) throws IOException {
        List<LearnedText> texts = new ArrayList<>();
        for (Path file : Corpus.files(nlpModels.resolve(CRISIS))) {
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
                texts.add(new LearnedText(columns[1], author, danger, false, Optional.empty()));
            }
        }
        return List.copyOf(texts);
    }

    /** Takes the examples of the corpus. */
    static List<LearnedText> of(List<Example> corpus) {
        return corpus.stream().map(LearnedText::of).toList();
    }

    private static LearnedText of(Example example) {
        return new LearnedText(
                example.text(), example.author(), example.danger(), example.dangerDoubted(), Optional.of(example));
    }

    /** Returns whether it was written to be hard. */
    boolean isHard() {
        return example.isEmpty();
    }
}
