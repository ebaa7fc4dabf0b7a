package nl.wegwijzer.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.WireValue;

/** The command {@code route}: one routing request a line in, one decision a line out, as JSON (design §9). */
public final class JsonLinesRouter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNSURE = "unsure";

    private JsonLinesRouter() {}

    /**
     * Routes every line.
     *
     * @return the exit status: 0 when every line could be read, 1 when an {@code error} stands in the place of any
     * @throws IOException when the input can't be read
     */
    public static int run(BufferedReader in, PrintWriter out) throws IOException {
        int status = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            try {
                out.println(JSON.writeValueAsString(route(line)));
            } catch (MalformedRequestException e) {
                out.println(JSON.createObjectNode().put("error", e.getMessage()));
                status = 1;
            }
        }
        out.flush();
        return status;
    }

    private static ObjectNode route(String line) {
        JsonNode node = parse(line);
        RoutingDecision decision = RoutingPolicy.decide(request(node));
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", node.path("id"));
        answer.put("recipient", decision.recipient().orElse(null));
        strings(answer.putArray("alternatives"), decision.alternatives().stream());
        strings(answer.putArray("notices"), decision.notices().stream().sorted().map(WireValue::wire));
        strings(answer.putArray("forbidden"), decision.forbidden().stream().sorted());
        answer.put("reason", decision.reason().wire());
        return answer;
    }

    private static JsonNode parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node == null || !node.isObject()) {
                throw new MalformedRequestException("a line must be one JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new MalformedRequestException("a line must be one JSON object");
        }
    }

    private static RoutingRequest request(JsonNode node) {
        List<Candidate> candidates = new ArrayList<>();
        for (JsonNode official : array(node, "officials")) {
            candidates.add(new Candidate(
                    text(official, "id"),
                    OfficialRole.ofWire(text(official, "role"))
                            .orElseThrow(() -> new MalformedRequestException("unknown role")),
                    official.path("away").asBoolean(false)));
        }
        Set<Alert> alerts = new HashSet<>();
        for (JsonNode alert : array(node, "alerts")) {
            alerts.add(known(Alert.class, alert.asText(), "alert"));
        }
        Set<String> excluded = new HashSet<>();
        array(node, "excluded").forEach(id -> excluded.add(id.asText()));
        String category = text(node, "category");
        return new RoutingRequest(
                category.equals(UNSURE) ? Optional.empty() : Optional.of(known(Category.class, category, "category")),
                alerts,
                known(Accused.class, text(node, "accused"), "accused"),
                candidates,
                optional(node, "accused_person"),
                excluded,
                optional(node, "chosen"),
                node.hasNonNull("minor") ? Optional.of(node.path("minor").asBoolean()) : Optional.empty());
    }

    private static JsonNode array(JsonNode node, String field) {
        JsonNode array = node.path(field);
        if (!array.isMissingNode() && !array.isNull() && !array.isArray()) {
            throw new MalformedRequestException(field + " must be a list");
        }
        return array;
    }

    private static String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new MalformedRequestException(field + " is missing");
        }
        return node.path(field).asText();
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }

    private static <E extends Enum<E> & WireValue> E known(Class<E> type, String wire, String what) {
        return WireValue.parse(type, wire).orElseThrow(() -> new MalformedRequestException("unknown " + what));
    }

    private static void strings(ArrayNode array, Stream<String> values) {
        values.forEach(array::add);
    }

    /** A line that is not a routing request; the message says what is missing and quotes nothing. */
    private static final class MalformedRequestException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedRequestException(String message) {
            super(message);
        }
    }
}
