package nl.wegwijzer.routing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * The school's days: weekends and holidays do not count towards a deadline (rule 6).
 *
 * @param holidays periods without school, both ends included
 */
public record SchoolCalendar(List<Period> holidays) {

    /** A period without school, both ends included. */
    public record Period(LocalDate first, LocalDate last) {
        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** Takes a defensive copy. */
    public SchoolCalendar {
        holidays = List.copyOf(holidays);
    }

    /** Whether there is school on this day. */
    public boolean isSchoolDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && holidays.stream().noneMatch(period -> period.contains(day));
    }

    /** Returns the day that lies {@code schoolDays} school days after {@code day}. */
    public LocalDate plusSchoolDays(LocalDate day, int schoolDays) {
        LocalDate result = day;
        int left = schoolDays;
        while (left > 0) {
            result = result.plusDays(1);
            if (isSchoolDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** Returns the last day on which a report of {@code received} may be opened before it moves on (rule 6). */
    public LocalDate openBefore(LocalDate received, Urgency urgency) {
        return plusSchoolDays(received, schoolDays(urgency));
    }

    private static int schoolDays(Urgency urgency) {
        return switch (urgency) {
            case ACUUT, HOOG -> 1;
            case NORMAAL -> 3;
        };
    }
}
