package nl.wegwijzer.reading.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of {@code nlp-models} come from. */
@FunctionalInterface
public interface ModelSource {

    /** Returns the content of a file, named relative to {@code nlp-models}, e.g. {@code lexicon/crisis.rules}. */
    byte[] read(String file) throws IOException;

    /** The files inside the jar. */
    static ModelSource classPath() {
        return file -> {
            try (InputStream input = ModelSource.class.getResourceAsStream("/nlp-models/" + file)) {
                if (input == null) {
                    throw new ModelException("The class path has no nlp-models/" + file);
                }
                return input.readAllBytes();
            }
        };
    }

    /** The files of a folder. */
    static ModelSource folder(Path nlpModels) {
        return file -> Files.readAllBytes(nlpModels.resolve(file));
    }
}
