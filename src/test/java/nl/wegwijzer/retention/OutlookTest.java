package nl.wegwijzer.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two years from 2 November 2026 unless said otherwise, 90 days after closing. */
class OutlookTest {
    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);
    private static final LocalDate CLOSED = RECEIVED.plusDays(20);
    private static final LocalDate CAP = LocalDate.of(2028, 11, 2);

    /** A report that a test changes from day to day. */
    private static final class Story {
        private Optional<LocalDate> closed = Optional.empty();
        private LocalDate lastWord = RECEIVED;
        private boolean unanswered = true;
        private Optional<LocalDate> postponed = Optional.empty();
        private Optional<LocalDate> announced = Optional.empty();
        private Term term = Term.STANDARD;

        Story answered(LocalDate day) {
            lastWord = day;
            unanswered = false;
            return this;
        }

        Story wrote(LocalDate day) {
            lastWord = day;
            unanswered = true;
            return this;
        }

        Story closed(LocalDate day) {
            closed = Optional.of(day);
            return this;
        }

        Story reopened() {
            closed = Optional.empty();
            postponed = Optional.empty();
            return this;
        }

        Story postponed(LocalDate day) {
            postponed = Optional.of(day);
            return this;
        }

        Story announced(LocalDate day) {
            announced = Optional.of(day);
            return this;
        }

        Outlook on(LocalDate today) {
            return Outlook.of(
                    new ReportDays(RECEIVED, closed, lastWord, unanswered, postponed, announced, term, term), today);
        }
    }

    private static Story handled() {
        return new Story().answered(CLOSED.minusDays(2)).closed(CLOSED);
    }

    @Test
    void anOpenReportHasNoEndInSight() {
        assertThat(new Story().on(RECEIVED.plusYears(1))).isEqualTo(new Outlook.Open());
        assertThat(new Story().answered(RECEIVED.plusDays(1)).on(RECEIVED.plusYears(1)))
                .isEqualTo(new Outlook.Open());
    }

    @Test
    void aClosedReportEndsNinetyDaysLater() {
        LocalDate end = CLOSED.plusDays(90);

        assertThat(handled().on(CLOSED)).isEqualTo(new Outlook.Planned(end));
        assertThat(handled().on(end.minusDays(15))).isEqualTo(new Outlook.Planned(end));
        assertThat(handled().on(end.minusDays(14)))
                .isEqualTo(new Outlook.Announced(
                        end, false, false, Optional.of(end.minusDays(14).plusDays(90))));
        assertThat(handled().announced(end.minusDays(14)).on(end.minusDays(1)))
                .isEqualTo(new Outlook.Announced(
                        end, true, false, Optional.of(end.minusDays(1).plusDays(90))));
        assertThat(handled().announced(end.minusDays(14)).on(end)).isEqualTo(new Outlook.Due());
    }

    @Test
    void theDaysCountFromTheLastWordWhenThatCameAfterClosing() {
        LocalDate answer = CLOSED.plusDays(40);

        assertThat(handled().answered(answer).on(answer)).isEqualTo(new Outlook.Planned(answer.plusDays(90)));
    }

    @Test
    void theClockWaitsWhileTheReporterWaitsForAnAnswer() {
        LocalDate longAfter = CLOSED.plusDays(300);

        assertThat(handled().wrote(CLOSED.plusDays(5)).on(longAfter)).isEqualTo(new Outlook.Waiting());
        assertThat(new Story().closed(CLOSED).on(longAfter))
                .as("closed without a word")
                .isEqualTo(new Outlook.Waiting());
        assertThat(handled()
                        .announced(CLOSED.plusDays(76))
                        .wrote(CLOSED.plusDays(89))
                        .on(CLOSED.plusDays(90)))
                .as("on the last day")
                .isEqualTo(new Outlook.Waiting());
    }

    @Test
    void nothingEndsBeforeItWasShownForTwoWeeksEvenAfterAStandstill() {
        LocalDate back = CLOSED.plusDays(400);

        assertThat(handled().on(back))
                .isEqualTo(new Outlook.Announced(back.plusDays(14), false, false, Optional.of(back.plusDays(90))));
        assertThat(handled().announced(back).on(back.plusDays(13))).isInstanceOf(Outlook.Announced.class);
        assertThat(handled().announced(back).on(back.plusDays(14))).isEqualTo(new Outlook.Due());
    }

    @Test
    void moreTimeBeginsTheDaysAnewAndIsGivenOnce() {
        LocalDate asked = CLOSED.plusDays(80);
        Story story = handled().announced(CLOSED.plusDays(76)).postponed(asked);
        LocalDate end = asked.plusDays(90);

        assertThat(story.on(asked)).isEqualTo(new Outlook.Planned(end));
        assertThat(story.on(end.minusDays(14)))
                .as("the earlier announcement does not count")
                .isEqualTo(new Outlook.Announced(end, false, false, Optional.empty()));
        assertThat(story.announced(end.minusDays(14)).on(end)).isEqualTo(new Outlook.Due());
    }

    @Test
    void reopeningForgetsTheEndAndClosingAgainBeginsAnew() {
        LocalDate again = CLOSED.plusDays(85);
        Story story = handled().announced(CLOSED.plusDays(76)).reopened();

        assertThat(story.on(CLOSED.plusDays(90))).isEqualTo(new Outlook.Open());
        assertThat(story.closed(again).on(again)).isEqualTo(new Outlook.Planned(again.plusDays(90)));
        assertThat(story.on(again.plusDays(80))).isInstanceOfSatisfying(Outlook.Announced.class, near -> {
            assertThat(near.noted()).isFalse();
            assertThat(near.postponableTo()).isPresent();
        });
    }

    @Test
    void theCapEndsAnOpenReportToo() {
        Story open = new Story().answered(RECEIVED.plusDays(1));

        assertThat(open.on(CAP.minusDays(15))).isEqualTo(new Outlook.Open());
        assertThat(open.on(CAP.minusDays(14))).isEqualTo(new Outlook.Announced(CAP, false, false, Optional.empty()));
        assertThat(open.announced(CAP.minusDays(14)).on(CAP)).isEqualTo(new Outlook.Due());
    }

    @Test
    void atTheCapAReporterWhoWaitsHasThirtyDaysMoreAndNotLonger() {
        Story waiting = new Story().announced(CAP.minusDays(14));
        LocalDate last = CAP.plusDays(30);

        assertThat(waiting.on(CAP)).isEqualTo(new Outlook.Announced(last, true, true, Optional.empty()));
        assertThat(waiting.answered(last.minusDays(1)).on(last.minusDays(1)))
                .isEqualTo(new Outlook.Announced(last, true, false, Optional.empty()));
        assertThat(new Story()
                        .announced(CAP.minusDays(14))
                        .wrote(last.minusDays(1))
                        .on(last))
                .as("though the reporter wrote yesterday")
                .isEqualTo(new Outlook.Due());
    }

    @Test
    void whatWasAnsweredJustBeforeTheCapCanStillBeRead() {
        assertThat(new Story()
                        .answered(CAP.minusDays(1))
                        .announced(CAP.minusDays(14))
                        .on(CAP))
                .isEqualTo(new Outlook.Announced(CAP.plusDays(30), true, false, Optional.empty()));
    }

    @Test
    void closingAndReopeningDoesNotPushTheCapAway() {
        Story story = new Story().answered(RECEIVED.plusDays(1)).announced(CAP.minusDays(14));
        for (LocalDate day = CAP.minusDays(14); day.isBefore(CAP); day = day.plusDays(1)) {
            story.closed(day);
            story.reopened();
        }
        assertThat(story.on(CAP)).isEqualTo(new Outlook.Due());
        assertThat(story.closed(CAP).on(CAP)).isEqualTo(new Outlook.Due());
    }

    @Test
    void moreTimeNeverGoesBeyondTheCap() {
        LocalDate closed = CAP.minusDays(120);
        Story story = new Story().answered(closed).closed(closed);

        assertThat(story.on(closed.plusDays(80)))
                .isInstanceOfSatisfying(Outlook.Announced.class, near -> assertThat(near.postponableTo())
                        .contains(CAP));
        assertThat(story.postponed(closed.plusDays(80)).on(closed.plusDays(81))).isEqualTo(new Outlook.Planned(CAP));
    }

    /** Whatever reporters and officials do, a day that was shown comes no sooner, and the end comes at last. */
    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333, 4_444, 55_555})
    void aShownDayNeverMovesForward(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            Story story = new Story();
            story.term = new Term(30 + random.nextInt(336), 6 + random.nextInt(19));
            LocalDate cap = RECEIVED.plusMonths(story.term.capMonths());
            Optional<LocalDate> shown = Optional.empty();
            LocalDate day = RECEIVED;
            while (!(story.on(day) instanceof Outlook.Due)) {
                assertThat(day).as("seed %d run %d", seed, run).isBeforeOrEqualTo(cap.plusDays(30));
                live(story, day, random);
                Optional<LocalDate> now = story.on(day).day();
                if (shown.isPresent() && now.isPresent()) {
                    assertThat(now.get())
                            .as("seed %d run %d on %s", seed, run, day)
                            .isAfterOrEqualTo(shown.get());
                }
                shown = now.isPresent() ? now : shown;
                if (story.on(day) instanceof Outlook.Announced near && !near.noted()) {
                    story.announced(day);
                }
                day = day.plusDays(1);
            }
            assertThat(story.announced.orElseThrow()).isBeforeOrEqualTo(day.minusDays(14));
            assertThat(story.unanswered && day.isBefore(cap.plusDays(30)))
                    .as("seed %d run %d: erased while the reporter waited", seed, run)
                    .isFalse();
        }
    }

    private static void live(Story story, LocalDate day, Random random) {
        switch (random.nextInt(40)) {
            case 0 -> story.wrote(day);
            case 1, 2 -> story.answered(day);
            case 3 -> {
                if (story.closed.isEmpty()) {
                    story.closed(day);
                }
            }
            case 4 -> {
                if (random.nextInt(5) == 0) {
                    story.reopened();
                }
            }
            case 5 -> {
                if (story.on(day) instanceof Outlook.Announced near
                        && near.postponableTo().isPresent()) {
                    story.postponed(day);
                }
            }
            default -> {
                // nothing happens on most days
            }
        }
    }

    @Test
    void termsStayWithinBounds() {
        for (int[] wrong : new int[][] {{29, 24}, {366, 24}, {90, 5}, {90, 25}, {0, 0}, {-1, -1}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Term(wrong[0], wrong[1]));
        }
        assertThat(Term.STANDARD).isEqualTo(new Term(90, 24));
        assertThat(new Term(30, 6).daysAfterClosing()).isEqualTo(30);
    }
}
