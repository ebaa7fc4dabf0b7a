package nl.wegwijzer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wegwijzer.school.Sector;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Pattern KEY = Pattern.compile(
            "\"((?:ui|vraag|hint|optie|kort|reactie|stappen|reden|rol|melding|antwoord|probleem|klaar|kaart|lijn|begin|terug)"
                    + "\\.[a-z_0-9.]*[a-z0-9])\"");

    static void eachAudience(Consumer<Texts> check) {
        for (Language language : Language.values()) {
            for (ReporterKind kind : ReporterKind.values()) {
                check.accept(Texts.of(language, kind));
            }
        }
    }

    @Test
    void saysTheSameThingsInBothLanguages() {
        assertThat(plain(bundle("nl"))).isEqualTo(plain(bundle("en")));
        assertThat(bundle("nl").keySet()).containsAll(bundle("en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void isWrittenSoThatNothingIsSwallowedWhenFilledIn(String language) {
        bundle(language).forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(text).format(new Object[] {"A", "B"}))
                    .as(key)
                    .doesNotContain("{", "}");
        });
    }

    @Test
    void hasEveryKeyThatCodeAndTemplatesName() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path root : List.of(Path.of("src/main/java/nl/wegwijzer/chat"), Path.of("web/templates/chat"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = KEY.matcher(Files.readString(file));
                    while (matcher.find()) {
                        keys.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(60);
        eachAudience(texts -> assertThat(keys)
                .allSatisfy(key ->
                        assertThat(texts.has(key) || isForSome(key)).as(key).isTrue()));
    }

    @ParameterizedTest
    @EnumSource(QuestionName.class)
    void hasAQuestionAndALabelForEveryName(QuestionName name) {
        eachAudience(texts -> {
            assertThat(texts.of("vraag." + name.wire())).isNotBlank();
            assertThat(texts.of("kort." + name.wire())).isNotBlank();
        });
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void hasAWordForEveryCategory(Category category) {
        eachAudience(
                texts -> assertThat(texts.of("optie.soort." + category.wire())).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(HelpTopic.class)
    void hasACardForEveryTopicWithNumbersThatCanBeTapped(HelpTopic topic) {
        eachAudience(texts -> {
            assertThat(texts.of("kaart." + topic.wire() + ".titel")).isNotBlank();
            assertThat(texts.of("kaart." + topic.wire() + ".tekst")).isNotBlank();
        });
        for (ReporterKind kind : ReporterKind.values()) {
            for (Sector sector : Sector.values()) {
                assertThat(HelpLines.of(topic, kind, sector)).isNotEmpty().allSatisfy(line -> {
                    assertThat(HelpLines.uri(line)).matches("tel:\\+?[0-9]{3,12}|https://[a-z.0-9]+");
                    assertThat(HelpLines.number(line)).isNotBlank();
                    eachAudience(texts -> assertThat(texts.of("lijn." + line, HelpLines.number(line)))
                            .contains(HelpLines.number(line)));
                });
            }
        }
    }

    @Test
    void datesTheTelephoneNumbers() {
        assertThat(HelpLines.checked().getYear()).isGreaterThanOrEqualTo(2026);
    }

    @Test
    void dialsTheNumberThatIsShown() {
        List.of("112", "113", "113_gratis", "csg", "veilig_thuis", "kindertelefoon", "vertrouwensinspecteur")
                .forEach(line -> assertThat(HelpLines.uri(line))
                        .isEqualTo("tel:" + HelpLines.number(line).replaceAll("[^0-9]", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void speaksToPupilsInShortSentences(String language) {
        List<Integer> lengths = new ArrayList<>();
        bundle(language).forEach((key, text) -> {
            if (!key.endsWith(".ouder") && !key.endsWith(".personeel") && !key.startsWith("welkom_")) {
                for (String sentence : text.split("[.!?:]\\s|\\\\n|\n")) {
                    int words = sentence.strip().split("\\s+").length;
                    assertThat(words).as(key + ": " + sentence).isLessThanOrEqualTo(26);
                    lengths.add(words);
                }
            }
        });
        assertThat(lengths.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isLessThan(12);
    }

    @Test
    void saysUToParents() {
        bundle("nl").forEach((key, text) -> {
            if (key.endsWith(".ouder") && !key.startsWith("optie.")) {
                assertThat(text).as(key).doesNotContainPattern("(?i)\\b(je|jij|jou|jouw)\\b");
            }
        });
        Texts parents = Texts.of(Language.NL, ReporterKind.OUDER);
        bundle("nl").keySet().stream()
                .filter(key -> key.startsWith("vraag.") || key.startsWith("klaar.") || key.startsWith("reden."))
                .filter(key -> !key.endsWith(".personeel") && !key.startsWith("vraag.meldplicht"))
                .map(key -> key.endsWith(".ouder") ? key.substring(0, key.length() - 6) : key)
                .forEach(key -> assertThat(parents.of(key, "A", "B"))
                        .as(key)
                        .doesNotContainPattern("(?i)\\b(je|jij|jou|jouw)\\b"));
    }

    /** Texts for one audience only are asked for only there. */
    private static boolean isForSome(String key) {
        return bundle("nl").containsKey(key + ".ouder") || bundle("nl").containsKey(key + ".leerling");
    }

    private static Set<String> plain(Map<String, String> bundle) {
        return bundle.keySet().stream()
                .map(key -> key.replaceFirst("\\.(ouder|personeel|leerling)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> bundle(String language) {
        return PhraseList.properties("chat_" + language);
    }
}
