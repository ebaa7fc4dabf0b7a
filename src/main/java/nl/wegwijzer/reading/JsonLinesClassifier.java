package nl.wegwijzer.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import nl.wegwijzer.taxonomy.Category;
import org.jspecify.annotations.Nullable;

/**
 * Classifies texts for other programs: JSON Lines in, JSON Lines out (the contract of the command {@code classify}). In comes
 * {@code {"id":…,"text":…}}, out goes the id with category, confidence, all categories, accused, urgency, alerts, language and
 * whether the chat would ask; for a malformed line {@code {"error":…}} in its place.
 */
public final class JsonLinesClassifier {

    private static final double DECIMALS = 10_000;

    private final ReportReader reader;
    private final ObjectMapper json = new ObjectMapper();

    /** Classifies with this reader. */
    public JsonLinesClassifier(ReportReader reader) {
        this.reader = reader;
    }

    /**
     * Reads until the end of the input; empty lines are passed over.
     *
     * @return the exit status: 0, or 1 when a line was malformed
     * @throws IOException when the input cannot be read
     */
    public int run(BufferedReader in, PrintWriter out) throws IOException {
        int status = 0;
        String line;
        while ((line = in.readLine()) != null) {
            if (line.isBlank()) {
                continue;
            }
            ObjectNode answer;
            try {
                answer = answer(line);
            } catch (MalformedLineException e) {
                answer = json.createObjectNode();
                if (e.id() != null) {
                    answer.set("id", e.id());
                }
                answer.put("error", e.problem());
                status = 1;
            }
            out.print(answer);
            out.print('\n');
        }
        out.flush();
        return status;
    }

    private ObjectNode answer(String line) throws MalformedLineException {
        JsonNode request = parse(line);
        JsonNode text = request.get("text");
        if (text == null || !text.isTextual()) {
            throw new MalformedLineException("\"text\" must be a string", request.get("id"));
        }
        Reading reading = reader.read(text.textValue());
        ObjectNode answer = json.createObjectNode();
        answer.set("id", request.has("id") ? request.get("id") : json.nullNode());
        answer.put("category", reading.category().wire());
        answer.put("confidence", rounded(reading.confidence()));
        ObjectNode categories = answer.putObject("categories");
        for (Category category : Category.values()) {
            categories.put(category.wire(), rounded(reading.categories().getOrDefault(category, 0.0)));
        }
        answer.put("accused", reading.accused().wire());
        answer.put("urgency", reading.urgency().wire());
        ArrayNode alerts = answer.putArray("alerts");
        reading.alerts().forEach(alert -> alerts.add(alert.wire()));
        answer.put("language", reading.language().wire());
        answer.put("ask", reading.ask());
        return answer;
    }

    private JsonNode parse(String line) throws MalformedLineException {
        try {
            JsonNode node = json.readTree(line);
            if (node == null || !node.isObject()) {
                throw new MalformedLineException("a line must be a JSON object", null);
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new MalformedLineException("not valid JSON", null);
        }
    }

    private static double rounded(double probability) {
        return Math.round(probability * DECIMALS) / DECIMALS;
    }

    /** A line that is no request; it keeps the id, when it had one, so that the caller can match it. */
    private static final class MalformedLineException extends Exception {

        private final String problem;

        @Nullable
        private final transient JsonNode id;

        MalformedLineException(String problem, @Nullable JsonNode id) {
            super(problem);
            this.problem = problem;
            this.id = id;
        }

        String problem() {
            return problem;
        }

        @Nullable
        JsonNode id() {
            return id;
        }
    }
}
