package nl.wegwijzer.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wegwijzer.chat.ChatPage;
import nl.wegwijzer.chat.Texts;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Renders every page with hostile words in every field, and holds the rules that all pages share. */
class TemplatesTest {
    private static final String HOSTILE =
            "<script>alert(1)</script>\" onload=\"x\" style='a:b' & \u202e </textarea><b>";
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^>\"]*(?:\"[^\"]*\"[^>\"]*)*>");
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("\\s([a-zA-Z-]+)(?:=\"[^\"]*\"|(?=[\\s>]))");
    private static final Pattern ANSWER = Pattern.compile("name=\"antwoord\" value=\"([^\"]*)\"");

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    @TestFactory
    Stream<DynamicTest> escapesWhatComesFromOutside() {
        return everyPage(HOSTILE, html -> {
            assertThat(html).doesNotContain("<script>", "<b>", "alert(1)</script>");
            assertThat(html).contains("&lt;script");
            assertThat(attributeNames(html)).doesNotContain("onload");
        });
    }

    @TestFactory
    Stream<DynamicTest> hasNoInlineStyleOrScript() {
        return everyPage("gewoon", html -> {
            assertThat(attributeNames(html))
                    .noneMatch(name -> name.equals("style") || name.startsWith("on"))
                    .contains("lang", "href");
            assertThat(html).doesNotContain("<style", "javascript:");
            assertThat(Pattern.compile("<script(?![^>]*\\ssrc=\"/s/)[^>]*>")
                            .matcher(html)
                            .find())
                    .as("a script without a file")
                    .isFalse();
        });
    }

    @Test
    void theListOfSchoolsLeadsOfficialsOnlyWhereTheyMayBeLed() {
        String known = "https://team.school.example/medewerker";
        SamplePages pages = new SamplePages("gewoon");

        assertThat(render("chat/schools.jte", pages.reporter(pages.schools(Optional.of(known)))))
                .contains("href=\"" + known + "\"");
        assertThat(render("chat/schools.jte", pages.reporter(pages.schools(Optional.empty()))))
                .doesNotContain("medewerker");
    }

    @TestFactory
    Stream<DynamicTest> namesNoOtherSiteAndOnlyFilesThatExist() {
        Pattern asset = Pattern.compile("\"/s/0/([^\"]+)\"");
        return everyPage("gewoon", html -> {
            assertThat(html).doesNotContain("http://", "https://", "\"//");
            List<String> files = asset.matcher(html)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertThat(files).isNotEmpty().allMatch(file -> Files.exists(Path.of("web/static", file)));
        });
    }

    @TestFactory
    Stream<DynamicTest> offersTheQuickExitToEveryReporter() {
        return new SamplePages("gewoon")
                .all().entrySet().stream()
                        .filter(page -> page.getKey().startsWith("chat/"))
                        .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> assertThat(render(page))
                                .contains("href=\"/weg?nu\" rel=\"noreferrer\" data-exit")));
    }

    @TestFactory
    Stream<DynamicTest> answersForwardWhenEnterPressesTheFirstButton() {
        Map<ChatPage.Kind, String> first = Map.of(
                ChatPage.Kind.CHOICE, "twee",
                ChatPage.Kind.LIKELY, "twee",
                ChatPage.Kind.SEVERAL, "verder",
                ChatPage.Kind.CHOICE_OR_TEXT, "twee",
                ChatPage.Kind.MULTIPLE, "verder",
                ChatPage.Kind.TEXT, "verder",
                ChatPage.Kind.PEOPLE, "p2",
                ChatPage.Kind.REVIEW, "versturen");
        return first.entrySet().stream()
                .map(expected -> DynamicTest.dynamicTest(expected.getKey().toString(), () -> {
                    String html = render("chat/turn.jte", Map.of("page", new SamplePages("a").chat(expected.getKey())));
                    assertThat(buttons(html)).first().isEqualTo(expected.getValue());
                    assertThat(buttons(html)).endsWith("weet_niet", "terug", "taal:en", "stop");
                }));
    }

    @Test
    void readsTheCodeWholeFromItsElement() {
        String html = render("chat/receipt.jte", new SamplePages("gewoon").all().get("chat/receipt.jte"));
        String inside = html.substring(html.indexOf("data-code="));
        inside = inside.substring(inside.indexOf('>') + 1, inside.indexOf("</p>"));

        assertThat(inside.replaceAll("<[^>]+>", "")).isEqualTo("blije tijger · snelle fiets · warme trui");
        assertThat(html).contains("data-code=\"blije tijger · snelle fiets · warme trui\"");
    }

    @Test
    void staysSmallEnoughForAnOldPhone() throws IOException {
        long bytes = 0;
        String html =
                render("chat/page.jte CHOICE", new SamplePages("gewoon").all().get("chat/page.jte CHOICE"));
        for (MatchResult file :
                Pattern.compile("\"/s/0/([^\"]+)\"").matcher(html).results().toList()) {
            bytes += Files.size(Path.of("web/static", file.group(1)));
        }
        assertThat(bytes + html.length()).as("uncompressed first visit").isLessThan(60_000);
    }

    @Test
    void usesOnlyWordsThatAreWritten() throws IOException {
        Pattern key = Pattern.compile("texts(?:\\(\\))?\\.of\\(\"([a-z.]+)\"");
        Texts reporter = Texts.of(Language.NL, ReporterKind.LEERLING);
        StaffTexts staff = StaffTexts.dutch();
        try (Stream<Path> templates = Files.walk(Path.of("web/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(key.matcher(Files.readString(template)).results().map(found -> found.group(1)))
                        .as("keys in " + template)
                        .allMatch(name -> name.startsWith("ui.") ? reporter.has(name) : staff.has(name));
            }
        }
    }

    private Stream<DynamicTest> everyPage(String said, Consumer<String> check) {
        return new SamplePages(said)
                .all().entrySet().stream()
                        .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> check.accept(render(page))));
    }

    private String render(Map.Entry<String, Map<String, Object>> page) {
        return render(page.getKey(), page.getValue());
    }

    private String render(String name, Map<String, Object> model) {
        StringOutput output = new StringOutput();
        engine.render(name.split(" ", 2)[0], model, output);
        return output.toString();
    }

    private static List<String> attributeNames(String html) {
        return TAG.matcher(html)
                .results()
                .flatMap(tag -> ATTRIBUTE_NAME.matcher(tag.group()).results())
                .map(name -> name.group(1))
                .distinct()
                .toList();
    }

    private static List<String> buttons(String html) {
        return Pattern.compile("<button[^>]*>")
                .matcher(html)
                .results()
                .flatMap(tag -> ANSWER.matcher(tag.group()).results())
                .map(value -> value.group(1))
                .toList();
    }
}
