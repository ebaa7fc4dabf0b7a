package nl.wegwijzer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.wegwijzer.taxonomy.Urgency;
import org.junit.jupiter.api.Test;

class SchoolCalendarTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void weekendsDoNotCount() {
        SchoolCalendar calendar = new SchoolCalendar(List.of());

        assertThat(calendar.openBefore(FRIDAY, Urgency.HOOG)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(calendar.openBefore(FRIDAY, Urgency.ACUUT)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(calendar.openBefore(FRIDAY, Urgency.NORMAAL)).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void holidaysDoNotCount() {
        SchoolCalendar calendar = new SchoolCalendar(
                List.of(new SchoolCalendar.Period(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27))));

        assertThat(calendar.openBefore(FRIDAY, Urgency.HOOG)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(calendar.isSchoolDay(LocalDate.of(2026, 11, 27))).isFalse();
        assertThat(calendar.isSchoolDay(LocalDate.of(2026, 11, 30))).isTrue();
    }
}
