package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way over HTTP, without script: from the first word to the right inbox, and back. */
class JourneyIT {
    private final TestNode node = TestNode.shared();

    private Reporter reporterAt(String school) {
        return new Reporter(node.address(), school);
    }

    private Browser comeBack(String school, String code) {
        return new Browser(node.address())
                .open("/" + school + "/terug")
                .submitTo("/" + school + "/terug", Map.of("code", code));
    }

    @Test
    void aPupilTellsTheOfficialReadsAndAnswersAndThePupilReadsTheAnswer() {
        String code = reporterAt("het-kompas")
                .tells("journeyeen ze schelden me elke dag uit in de klas en verstoppen mijn tas")
                .answers("soort", "pesten")
                .sends();

        Official sem = Official.signIn(node.address(), "sem").openCaseAbout("journeyeen");
        sem.browser()
                .submitTo(
                        sem.browser().path() + "/antwoord",
                        Map.of("tekst", "Wat goed dat je dit vertelt, antwoordeen."));
        assertThat(sem.browser().status()).isEqualTo(200);

        Browser back = comeBack("het-kompas", code);
        assertThat(back.text()).contains("antwoordeen").contains("Sem Jansen").contains("journeyeen");

        back.submitTo("/het-kompas/terug", Map.of("tekst", "Dank u wel, vervolgeen."));
        assertThat(back.text()).contains("vervolgeen");
        assertThat(sem.openCaseAbout("journeyeen").browser().text()).contains("vervolgeen");
    }

    @Test
    void theReporterSeesWhoGetsItAndWhyAndWhoElseThereIs() {
        Browser page = reporterAt("de-regenboog")
                .tells("ze duwen mij elke pauze weg bij het voetballen en lachen me uit")
                .answers("soort", "pesten")
                .until("ontvanger")
                .browser();

        assertThat(page.text())
                .contains("Noor Bakker")
                .contains("Aanspreekpunt pesten")
                .contains("Youssef Amrani")
                .contains("Marleen Kuipers");
        assertThat(page.page().select("img[src*=people]")).isNotEmpty();
    }

    @Test
    void anExcludedOfficialNeverSeesTheReport() {
        Reporter reporter = reporterAt("de-regenboog")
                .tells("uitgesloteneen ze noemen me elke dag stom en niemand wil naast me zitten")
                .answers("soort", "pesten")
                .until("niet_gewenst");
        String noor = reporter.browser()
                .page()
                .select("label:contains(Noor Bakker) input[name=antwoord]")
                .val();
        reporter.browser()
                .post(
                        "/de-regenboog/gesprek",
                        List.of(
                                Map.entry("gesprek", reporter.browser().hidden("gesprek")),
                                Map.entry("antwoord", noor),
                                Map.entry("antwoord", "verder")));
        reporter.until("ontvanger");
        assertThat(reporter.browser()
                        .page()
                        .select("form[data-vraag=ontvanger]")
                        .text())
                .doesNotContain("Noor");
        reporter.sends();

        assertThat(Official.signIn(node.address(), "noor").hasCaseAbout("uitgesloteneen"))
                .isFalse();
        assertThat(Official.signIn(node.address(), "youssef").hasCaseAbout("uitgesloteneen"))
                .isTrue();
    }

    @Test
    void signingInAsTheWrongPersonShowsNothingOfACase() {
        reporterAt("het-kompas")
                .tells("verkeerdeen een jongen slaat me elke dag in de kleedkamer")
                .answers("soort", "geweld")
                .sends();
        Official fatima = Official.signIn(node.address(), "fatima").openCaseAbout("verkeerdeen");
        String path = fatima.browser().path();

        for (String other : List.of("peter", "anja", "tineke")) {
            Browser browser = Official.signIn(node.address(), other).browser().open(path);
            assertThat(browser.status()).as(other).isEqualTo(404);
            assertThat(browser.text()).as(other).doesNotContain("verkeerdeen");
        }
        assertThat(new Browser(node.address()).open(path).path()).isEqualTo("/medewerker/aanmelden");
    }

    @Test
    void aDoubleSubmitShowsTheSameCodeAndStoresOneReport() {
        Reporter reporter = reporterAt("het-kompas")
                .tells("dubbeleen ze schelden me elke dag uit")
                .answers("soort", "pesten")
                .until("controle");
        String conversation = reporter.browser().hidden("gesprek");
        List<Map.Entry<String, String>> form =
                List.of(Map.entry("gesprek", conversation), Map.entry("antwoord", "versturen"));

        String first = reporter.browser().post("/het-kompas/gesprek", form).code();
        String second = reporter.browser().post("/het-kompas/gesprek", form).code();

        assertThat(first).isNotEmpty().isEqualTo(second);
        Official sem = Official.signIn(node.address(), "sem").inbox();
        long cases = sem.browser().page().select("a[href^=/medewerker/melding/]").eachAttr("href").stream()
                .distinct()
                .filter(href -> sem.browser().open(href).text().contains("dubbeleen"))
                .count();
        assertThat(cases).isEqualTo(1);
    }

    @Test
    void aReplySentTwiceStandsThereOnce() {
        String code = reporterAt("het-kompas")
                .tells("tweemaaleen ze schelden me elke dag uit")
                .answers("soort", "pesten")
                .sends();
        Browser back = comeBack("het-kompas", code);
        List<Map.Entry<String, String>> form =
                List.of(Map.entry("sleutel", back.hidden("sleutel")), Map.entry("tekst", "nogietseen"));

        back.post("/het-kompas/terug", form);
        back.post("/het-kompas/terug", form);

        assertThat(back.page().select(".bubbles li:contains(nogietseen)")).hasSize(1);
    }

    @Test
    void terugUndoesAndNothingTypedIsLost() {
        Reporter reporter = reporterAt("het-kompas").until("verhaal");
        reporter.browser().press("verder", Map.of("tekst", "teruggaaneen mijn verhaal"));

        reporter.browser().press("terug");

        assertThat(reporter.browser().question()).isEqualTo("verhaal");
        assertThat(reporter.browser().page().select("textarea[name=tekst]").text())
                .contains("teruggaaneen");
    }

    @Test
    void twoTabsGoTheirOwnWay() {
        Reporter reporter = reporterAt("het-kompas").until("verhaal");
        String before = reporter.browser().hidden("gesprek");
        reporter.browser().press("verder", Map.of("tekst", "eerste tab"));

        Browser second = new Browser(node.address())
                .post(
                        "/het-kompas/gesprek",
                        List.of(
                                Map.entry("gesprek", before),
                                Map.entry("antwoord", "verder"),
                                Map.entry("tekst", "tweede tab")));

        assertThat(second.text()).contains("tweede tab").doesNotContain("eerste tab");
        assertThat(reporter.browser().text()).contains("eerste tab");
    }

    @Test
    void stopForgetsEverything() {
        Reporter reporter = reporterAt("het-kompas").until("wie_doet_dit");

        reporter.browser().press("stop");

        assertThat(reporter.browser().status()).isEqualTo(200);
        assertThat(reporter.browser().text()).contains("Alles is gewist");
        assertThat(reporter.browser().page().select("input[name=gesprek]")).isEmpty();
    }

    @Test
    void theQuickExitIsOnEveryPageAndLeadsAway() {
        Browser browser = new Browser(node.address());
        for (String path : List.of("/", "/het-kompas", "/het-kompas/terug", "/bestaat-niet")) {
            assertThat(browser.open(path).page().select("a.exit")).as(path).hasSize(1);
        }
        String exit = browser.page().select("a.exit").attr("href");
        HttpResponse<String> answer = browser.send(browser.request(exit).GET().build());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain(node.address());
        assertThat(answer.headers().firstValue("Clear-Site-Data")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leerling", "ouder", "personeel"})
    void everyKindOfReporterReachesACodeInBothLanguages(String kind) {
        assertThat(reporterAt("het-kompas")
                        .answers("wie", kind)
                        .tells("mijn tas is gestolen uit het kluisje")
                        .sends())
                .isNotEmpty();
        assertThat(reporterAt("het-kompas?taal=en")
                        .answers("wie", kind)
                        .tells("someone stole my bag from the locker yesterday")
                        .sends())
                .isNotEmpty();
    }

    @Test
    void aSexualReportAboutStaffSaysBeforehandThatTheBoardIsTold() {
        Browser page = reporterAt("het-kompas")
                .tells("mijn leraar zit steeds aan mijn been en zegt dat ik sexy ben")
                .answers("soort", "seksueel")
                .answers("wie_doet_dit", "personeel")
                .until("ontvanger")
                .browser();

        assertThat(page.text()).contains("bestuur").contains("Marleen Kuipers");
    }

    @Test
    void aCrisisShowsItsCardWithATelephoneNumberAndGoesOn() {
        Reporter reporter = reporterAt("het-kompas").until("verhaal");
        reporter.browser().press("verder", Map.of("tekst", "ik wil niet meer leven"));

        assertThat(reporter.browser().page().select("a[href^=tel:]").eachAttr("href"))
                .contains("tel:113");
        assertThat(reporter.browser().question()).isNotEmpty();
    }
}
