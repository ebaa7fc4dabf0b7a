package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node whose officials have an address of their own: what belongs to one side is not there on the other. */
class SidesIT {
    private static final String PUBLIC_URL = "https://melden.school.example";
    private static final String STAFF_URL = "https://team.school.example";

    @TempDir
    private static Path directory;

    private static Node node;

    @BeforeAll
    static void start() {
        node = Node.start(Settings.of(Map.of(
                        "WEGWIJZER_STAFF_PORT",
                        "0",
                        "WEGWIJZER_PUBLIC_URL",
                        PUBLIC_URL,
                        "WEGWIJZER_STAFF_URL",
                        STAFF_URL + "/"))
                .withDataDirectory(directory.resolve("data"))
                .withPort(0)
                .withManagementPort(0)
                .withDemo());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void threeAddressesAreThreePorts() {
        assertThat(List.of(node.address(), node.staffAddress(), node.managementAddress()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/medewerker",
                "/medewerker/",
                "/medewerker/aanmelden",
                "/medewerker/aanmelden/passkey",
                "/medewerker/herstel",
                "/medewerker/account",
                "/medewerker/school",
                "/medewerker/uitnodiging/abc",
                "/medewerker/melding/a/b",
                "/demo"
            })
    void onTheReportersSideTheWayToOfficialsIsAsUnknownAsAnyOtherPath(String path) {
        String never = path.replace("medewerker", "bestaat-niet").replace("demo", "bestaat-niet");
        Browser asked = new Browser(node.address()).open(path);
        Browser elsewhere = new Browser(node.address()).open(never);

        assertThat(asked.status()).isEqualTo(404);
        assertThat(asked.body()).isEqualTo(elsewhere.body()).doesNotContain("medewerker");

        Browser sent = new Browser(node.address()).post(path, List.of(Map.entry("naam", "fatima")));
        Browser sentElsewhere = new Browser(node.address()).post(never, List.of(Map.entry("naam", "fatima")));
        assertThat(sent.status()).isIn(404, 405).isEqualTo(sentElsewhere.status());
        assertThat(sent.body()).isEqualTo(sentElsewhere.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/het-kompas",
                "/het-kompas?taal=en",
                "/het-kompas/gesprek",
                "/het-kompas/terug",
                "/het-kompas/terug/foto",
                "/snel/weg"
            })
    void onTheOfficialsSideThereIsNothingForReporters(String path) {
        assertThat(new Browser(node.staffAddress()).open(path).status()).isEqualTo(404);
        assertThat(new Browser(node.staffAddress())
                        .post(path, List.of(Map.entry("antwoord", "leerling")))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gezond/leeft", "/gezond/klaar"})
    void healthIsOnNeitherSide(String path) {
        assertThat(new Browser(node.managementAddress()).open(path).status()).isEqualTo(200);
        assertThat(new Browser(node.address()).open(path).status()).isEqualTo(404);
        assertThat(new Browser(node.staffAddress()).open(path).status()).isEqualTo(404);
        assertThat(new Browser(node.managementAddress()).open("/medewerker").status())
                .isEqualTo(404);
        assertThat(new Browser(node.managementAddress()).open("/het-kompas").status())
                .isEqualTo(404);
    }

    @Test
    void bothSidesHaveTheirStyleAndTheirProtectingHeaders() {
        for (Browser side : List.of(
                new Browser(node.address()).open("/het-kompas"),
                new Browser(node.staffAddress()).open("/medewerker/aanmelden"))) {
            assertThat(side.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(side.header("Strict-Transport-Security")).isNotEmpty();
            assertThat(side.header("Cache-Control")).isEqualTo("no-store");
            List<String> styles = side.page().select("link[rel=stylesheet]").eachAttr("href");
            assertThat(styles).isNotEmpty();
            for (String style : styles) {
                assertThat(side.open(style).status()).as(style).isEqualTo(200);
            }
        }
    }

    @Test
    void aReportGoesFromOneSideToTheOtherAndTheAnswerComesBack() {
        String code = new Reporter(node.address(), "het-kompas")
                .tells("vanhuisnaarhuis ze schelden me elke dag uit")
                .answers("soort", "pesten")
                .sends();
        Official.signIn(node.staffAddress(), "sem").openCaseAbout("vanhuisnaarhuis");

        assertThat(new Browser(node.address())
                        .open("/het-kompas/terug")
                        .submitTo("/het-kompas/terug", Map.of("code", code))
                        .text())
                .contains("vanhuisnaarhuis");
    }

    @Test
    void linksFromOneSideToTheOtherBeginWithItsAddress() {
        assertThat(new Browser(node.address()).open("/").page().select("a").eachAttr("href"))
                .contains(STAFF_URL + "/medewerker")
                .doesNotContain("/medewerker");

        Browser administrator =
                Official.signIn(node.staffAddress(), "anja").browser().open("/medewerker/school");
        assertThat(administrator.page().select("a").eachAttr("href"))
                .contains(PUBLIC_URL + "/het-kompas")
                .doesNotContain("/het-kompas");
    }
}
