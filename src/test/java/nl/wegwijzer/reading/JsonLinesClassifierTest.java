package nl.wegwijzer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesClassifierTest {

    private static final ReportReader READER = OpenNlpReportReader.load();
    private final ObjectMapper json = new ObjectMapper();
    private int status;

    private List<JsonNode> classify(String input) throws IOException {
        StringWriter out = new StringWriter();
        status = new JsonLinesClassifier(READER).run(new BufferedReader(new StringReader(input)), new PrintWriter(out));
        List<JsonNode> answers = new java.util.ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            answers.add(json.readTree(line));
        }
        return answers;
    }

    @Test
    void answersEveryLineWithTheWholeContract() throws IOException {
        List<JsonNode> answers = classify("{\"id\":7,\"text\":\"papa slaat mij\"}\n");

        assertThat(status).isZero();
        JsonNode answer = answers.get(0);
        assertThat(answer.get("id").intValue()).isEqualTo(7);
        assertThat(answer.get("category").textValue()).isEqualTo("thuissituatie");
        assertThat(answer.get("categories").size()).isEqualTo(12);
        assertThat(answer.get("confidence").doubleValue()).isBetween(0.0, 1.0);
        assertThat(answer.get("alerts").get(0).textValue()).isEqualTo("thuis");
        assertThat(answer.get("urgency").textValue()).isIn("hoog", "acuut");
        assertThat(answer.get("language").textValue()).isEqualTo("nl");
        assertThat(answer.get("accused").textValue()).isEqualTo("ouder");
        assertThat(answer.get("ask").isBoolean()).isTrue();
    }

    @Test
    void answersAMalformedLineInItsPlaceAndGoesOn() throws IOException {
        List<JsonNode> answers = classify("{oeps\n[1]\n{\"id\":\"b\"}\n\n{\"id\":\"c\",\"text\":\"hoi\"}\n");

        assertThat(status).isEqualTo(1);
        assertThat(answers).hasSize(4);
        assertThat(answers.subList(0, 3))
                .allSatisfy(answer -> assertThat(answer.has("error")).isTrue());
        assertThat(answers.get(2).get("id").textValue()).isEqualTo("b");
        assertThat(answers.get(3).get("id").textValue()).isEqualTo("c");
    }
}
