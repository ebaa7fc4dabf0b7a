package nl.wegwijzer.casework;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as officials read them: "maandag 23 november", with the year when it is another one. */
final class DutchDay {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("EEEE d MMMM", DUTCH);
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);

    private DutchDay() {}

    static String of(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? THIS_YEAR : OTHER_YEAR).format(day);
    }
}
