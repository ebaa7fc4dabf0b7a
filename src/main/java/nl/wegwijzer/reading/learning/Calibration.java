package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import nl.wegwijzer.reading.model.Manifest;

/** What the evaluation found on writers that were left out and training takes over: temperatures and threshold. */
final class Calibration {

    /** The name of the file beside the models. */
    static final String FILE = "calibration.properties";

    private Calibration() {}

    /** Reads the file of the last evaluation, or takes cautious values when there was none. */
    static Manifest read(Path nlpModels) throws IOException {
        Map<String, String> entries = new TreeMap<>(Map.of(
                "temperature.category", "1.0",
                "temperature.accused", "1.0",
                "temperature.urgency", "1.0",
                "threshold", "0.8"));
        Path file = nlpModels.resolve(FILE);
        if (Files.exists(file)) {
            entries.putAll(Manifest.parse(Files.readString(file, StandardCharsets.UTF_8))
                    .entries());
        }
        return new Manifest(entries);
    }
}
