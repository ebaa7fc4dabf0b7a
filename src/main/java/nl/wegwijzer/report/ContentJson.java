package nl.wegwijzer.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.reading.WeighedWord;
import nl.wegwijzer.report.ReportContent.Entry;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.WireValue;

/** The form in which content is sealed: versioned JSON, so that reports of today can be read by the software of later. */
public final class ContentJson {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ContentJson() {}

    /** Writes a story. */
    public static byte[] write(ReportContent content) {
        ObjectNode root = JSON.createObjectNode();
        root.put("v", VERSION);
        root.put("language", content.language().wire());
        root.put("read", content.readCategory().wire());
        root.put("runner_up", content.runnerUp().wire());
        root.put("sent_at", content.sentAt().toString());
        content.name().ifPresent(name -> root.put("name", name));
        content.contact().ifPresent(contact -> root.put("contact", contact));
        ArrayNode entries = root.putArray("entries");
        for (Entry entry : content.entries()) {
            ObjectNode node = entries.addObject();
            node.put("q", entry.question());
            ArrayNode values = node.putArray("values");
            entry.values().forEach(values::add);
            node.put("text", entry.text());
        }
        ArrayNode alerts = root.putArray("alerts");
        content.alerts().forEach(alert -> alerts.add(alert.wire()));
        ArrayNode because = root.putArray("because");
        content.because()
                .forEach(word -> because.addObject().put("word", word.word()).put("weight", word.weight()));
        return bytes(root);
    }

    /**
     * Reads a story.
     *
     * @throws UnreadableContentException when it was written by a later version or is damaged
     */
    public static ReportContent read(byte[] bytes) {
        JsonNode root = tree(bytes);
        List<Entry> entries = new ArrayList<>();
        for (JsonNode node : root.path("entries")) {
            List<String> values = new ArrayList<>();
            node.path("values").forEach(value -> values.add(value.asText()));
            entries.add(
                    new Entry(node.path("q").asText(), values, node.path("text").asText()));
        }
        List<Alert> alerts = new ArrayList<>();
        root.path("alerts")
                .forEach(alert -> WireValue.parse(Alert.class, alert.asText()).ifPresent(alerts::add));
        List<WeighedWord> because = new ArrayList<>();
        root.path("because")
                .forEach(word -> because.add(new WeighedWord(
                        word.path("word").asText(), word.path("weight").asDouble())));
        return new ReportContent(
                WireValue.parse(Language.class, root.path("language").asText()).orElse(Language.NL),
                entries,
                alerts,
                category(root, "read"),
                category(root, "runner_up"),
                because,
                text(root, "name"),
                text(root, "contact"),
                Instant.parse(root.path("sent_at").asText()));
    }

    /** Writes a message. */
    public static byte[] write(Message message) {
        return bytes(JSON.createObjectNode()
                .put("v", VERSION)
                .put("text", message.text())
                .put("sent_at", message.sentAt().toString()));
    }

    /**
     * Reads a message.
     *
     * @throws UnreadableContentException when it was written by a later version or is damaged
     */
    public static Message readMessage(byte[] bytes) {
        JsonNode root = tree(bytes);
        return new Message(
                root.path("text").asText(), Instant.parse(root.path("sent_at").asText()));
    }

    private static Category category(JsonNode root, String field) {
        return WireValue.parse(Category.class, root.path(field).asText()).orElse(Category.OVERIG);
    }

    private static Optional<String> text(JsonNode root, String field) {
        return root.hasNonNull(field) ? Optional.of(root.path(field).asText()) : Optional.empty();
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root.path("v").asInt() != VERSION) {
                throw new UnreadableContentException("content of version " + root.path("v"));
            }
            return root;
        } catch (IOException e) {
            throw new UnreadableContentException("content is damaged");
        }
    }
}
