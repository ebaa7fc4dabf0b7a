package nl.wegwijzer.chat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.wegwijzer.school.Sector;
import nl.wegwijzer.taxonomy.ReporterKind;

/** Telephone numbers and chat addresses of those who help, from the dated data file {@code texts/hulplijnen.properties}. */
final class HelpLines {
    static final String EMERGENCY = "112";
    static final String INSPECTOR = "vertrouwensinspecteur";

    private static final Map<String, String> DATA = PhraseList.properties("hulplijnen");

    private static final Map<String, String> DIALLED = DATA.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith(".nummer"))
            .map(entry -> Map.entry(entry.getValue(), uri(line(entry.getKey()))))
            .filter(entry -> entry.getValue().startsWith("tel:"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));

    private HelpLines() {}

    private static String line(String key) {
        return key.substring("lijn.".length(), key.length() - ".nummer".length());
    }

    /** Returns every number that can be dialled, as people write it, with its {@code tel:} address. */
    static Map<String, String> dialled() {
        return DIALLED;
    }

    /** Returns the month in which the numbers were last compared with their sources. */
    static YearMonth checked() {
        return YearMonth.parse(entry("gecontroleerd"));
    }

    /** Returns the number or address as people write it. */
    static String number(String line) {
        return entry("lijn." + line + ".nummer");
    }

    /** Returns the {@code tel:} or {@code https:} address to tap. */
    static String uri(String line) {
        return entry("lijn." + line + ".uri");
    }

    /** Returns the lines of a card: for parents and staff their own if there are any, for pupils by sector. */
    static List<String> of(HelpTopic topic, ReporterKind audience, Sector sector) {
        String card = "kaart." + topic.wire();
        String variant = audience == ReporterKind.LEERLING ? sector.wire() : audience.wire();
        return List.of(Optional.ofNullable(DATA.get(card + "." + variant))
                .orElseGet(() -> entry(card))
                .split(","));
    }

    private static String entry(String key) {
        String value = DATA.get(key);
        if (value == null) {
            throw new IllegalStateException("texts/hulplijnen.properties lacks " + key);
        }
        return value;
    }
}
