package nl.wegwijzer.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wegwijzer.reading.CrisisSignal;
import nl.wegwijzer.reading.IdentifyingDetail;
import nl.wegwijzer.reading.Reading;
import nl.wegwijzer.reading.ReportReader;
import nl.wegwijzer.reading.TextLanguage;
import nl.wegwijzer.reading.WeighedWord;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Urgency;

/** A reader that knows a handful of words, so that a test says in its story what the reading will be. */
final class KeywordReader implements ReportReader {
    private static final Map<String, Category> CATEGORIES = Map.of(
            "scheldt", Category.PESTEN,
            "groepsapp", Category.CYBERPESTEN,
            "betast", Category.SEKSUEEL,
            "vape", Category.WAPENS_DRUGS,
            "papa", Category.THUISSITUATIE,
            "somber", Category.WELZIJN,
            "cijfer", Category.KLACHT);
    private static final Map<String, Alert> ALERTS = Map.of(
            "mes", Alert.GEWELD_NU,
            "overdosis", Alert.MEDISCH,
            "doodgaan", Alert.ZELFDODING,
            "verkracht", Alert.SEKSUEEL_GEWELD,
            "opgesloten", Alert.THUIS,
            "naakts", Alert.SEXTORTION);
    private static final Pattern GIVES_AWAY = Pattern.compile("\\b(Fenna|Joris|06-\\d{8})\\b");

    @Override
    public Reading read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<CrisisSignal> signals = new ArrayList<>();
        for (Alert alert : Alert.values()) {
            ALERTS.forEach((word, found) -> {
                if (found == alert && lower.contains(word)) {
                    signals.add(new CrisisSignal(alert, word));
                }
            });
        }
        List<Category> found = CATEGORIES.entrySet().stream()
                .filter(entry -> lower.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        Category category = found.isEmpty() ? Category.OVERIG : found.get(0);
        return new Reading(
                Map.of(category, 0.6, Category.WELZIJN == category ? Category.KLACHT : Category.WELZIJN, 0.3),
                category,
                Category.WELZIJN,
                found.isEmpty(),
                lower.contains("meester") ? Accused.PERSONEEL : Accused.LEERLING,
                signals.isEmpty() ? Urgency.NORMAAL : Urgency.ACUUT,
                signals,
                lower.contains("they call") ? TextLanguage.EN : TextLanguage.NL,
                details(text),
                List.of(new WeighedWord("woord", 1)));
    }

    private static List<IdentifyingDetail> details(String text) {
        List<IdentifyingDetail> details = new ArrayList<>();
        Matcher matcher = GIVES_AWAY.matcher(text);
        while (matcher.find()) {
            details.add(new IdentifyingDetail(
                    IdentifyingDetail.Kind.NAAM, matcher.start(), matcher.end(), matcher.group()));
        }
        return details;
    }
}
