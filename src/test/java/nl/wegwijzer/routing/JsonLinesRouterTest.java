package nl.wegwijzer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JsonLinesRouterTest {
    private static final String OFFICIALS = """
            "officials":[{"id":"a","role":"aanspreekpunt","away":false},{"id":"c","role":"contactpersoon"},\
            {"id":"e","role":"externe","away":false}]""";

    private final StringWriter out = new StringWriter();

    private int route(String lines) throws IOException {
        return JsonLinesRouter.run(new BufferedReader(new StringReader(lines)), new PrintWriter(out));
    }

    @Test
    void aRequestGetsADecisionOnItsOwnLine() throws IOException {
        int status = route("{\"id\":7,\"category\":\"pesten\",\"accused\":\"leerling\",\"reporter\":\"leerling\","
                + OFFICIALS + ",\"accused_person\":null,\"excluded\":[\"c\"],\"chosen\":null,\"minor\":null}\n");

        assertThat(status).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                        {"id":7,"recipient":"a","alternatives":["e"],"notices":[],"forbidden":["c"],"reason":"tabel"}
                        """);
    }

    @Test
    void unsureAndAlertsAreUnderstood() throws IOException {
        int status = route("{\"id\":\"x\",\"category\":\"unsure\",\"alerts\":[\"geweld_nu\"],\"accused\":\"onbekend\","
                + "\"reporter\":\"ouder\"," + OFFICIALS + "}");

        assertThat(status).isZero();
        assertThat(out.toString()).contains("\"recipient\":\"c\"").contains("\"notices\":[\"veiligheid\"]");
    }

    @Test
    void aMalformedLineGivesAnErrorInItsPlaceAndTheOthersGoOn() throws IOException {
        String good = "{\"id\":1,\"category\":\"geweld\",\"accused\":\"leerling\"," + OFFICIALS + "}";

        int status =
                route("nonsense\n[]\n{\"id\":2}\n{\"id\":3,\"category\":\"kermis\",\"accused\":\"leerling\"}\n" + good);

        assertThat(status).isEqualTo(1);
        assertThat(out.toString().lines())
                .hasSize(5)
                .satisfies(lines -> assertThat(lines.subList(0, 4)).allMatch(line -> line.startsWith("{\"error\":")))
                .last()
                .asString()
                .contains("\"recipient\":\"c\"");
    }
}
