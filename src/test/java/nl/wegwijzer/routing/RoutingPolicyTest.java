package nl.wegwijzer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutingPolicyTest {

    @Test
    void theReportersChoiceBeatsTheTable() {
        RoutingDecision decision = Requests.about(Category.PESTEN, Accused.LEERLING)
                .choosing("erik")
                .decide();

        assertThat(decision.recipient()).contains("erik");
        assertThat(decision.reason()).isEqualTo(Reason.EIGEN_KEUZE);
    }

    @Test
    void aChosenPersonWinsEvenWhenAwayAndTheSubstituteIsOffered() {
        RoutingDecision decision = Requests.about(Category.GEWELD, Accused.LEERLING)
                .choosing("chris")
                .away("chris")
                .decide();

        assertThat(decision.recipient()).contains("chris");
        assertThat(decision.reason()).isEqualTo(Reason.EIGEN_KEUZE_AFWEZIG);
        assertThat(decision.alternatives()).first().isEqualTo("carla");
    }

    @Test
    void choosingTheAccusedDoesNotDeliverToTheAccused() {
        RoutingDecision decision = Requests.about(Category.INTIMIDATIE, Accused.FUNCTIONARIS)
                .accusing("els")
                .choosing("els")
                .decide();

        assertThat(decision.recipient()).contains("erik");
        assertThat(decision.forbidden()).containsExactly("els");
    }

    @Test
    void choosingSomebodyFromOutsideTheSchoolFallsBackToTheTable() {
        assertThat(Requests.about(Category.GEWELD, Accused.LEERLING)
                        .choosing("nobody")
                        .decide()
                        .recipient())
                .contains("carla");
    }

    @Test
    void anAbsentAanspreekpuntIsReplacedByTheContactpersoon() {
        RoutingDecision decision =
                Requests.about(Category.PESTEN, Accused.LEERLING).away("ans").decide();

        assertThat(decision.recipient()).contains("carla");
        assertThat(decision.reason()).isEqualTo(Reason.VERVANGING);
    }

    @Test
    void anExcludedAanspreekpuntIsReplacedAndNeverOffered() {
        RoutingDecision decision = Requests.about(Category.PESTEN, Accused.LEERLING)
                .excluding("ans")
                .decide();

        assertThat(decision.recipient()).contains("carla");
        assertThat(decision.reason()).isEqualTo(Reason.NIET_BETROKKEN);
        assertThat(decision.alternatives()).doesNotContain("ans");
        assertThat(decision.successors()).doesNotContain("ans");
    }

    @Test
    void contactpersonenFallBackToEachOtherThenToTheAanspreekpuntThenOutside() {
        Requests request = Requests.about(Category.GEWELD, Accused.LEERLING);

        assertThat(request.decide().successors()).containsExactly("chris", "ans", "els", "erik");
        assertThat(Requests.about(Category.GEWELD, Accused.LEERLING)
                        .away("carla", "chris")
                        .decide()
                        .recipient())
                .contains("ans");
    }

    @ParameterizedTest
    @EnumSource(
            value = Accused.class,
            names = {"PERSONEEL", "SCHOOLLEIDING", "FUNCTIONARIS"})
    void theAanspreekpuntIsNeverAFallbackWhenStaffIsAccused(Accused accused) {
        for (Category category : Category.values()) {
            RoutingDecision decision =
                    Requests.about(category, accused).away("carla", "chris").decide();

            assertThat(decision.recipient()).isNotEqualTo(Optional.of("ans"));
            assertThat(decision.successors()).doesNotContain("ans");
            assertThat(decision.alternatives()).doesNotContain("ans");
        }
    }

    @Test
    void whenAllInternalsAreConflictedTheFirstExternalCounsellorReads() {
        assertThat(Requests.about(Category.PESTEN, Accused.LEERLING)
                        .excluding("ans", "carla", "chris")
                        .decide()
                        .recipient())
                .contains("els");
    }

    @Test
    void anAccusedCounsellorIsReplacedByTheOther() {
        RoutingDecision decision = Requests.about(Category.SEKSUEEL, Accused.FUNCTIONARIS)
                .accusing("els")
                .decide();

        assertThat(decision.recipient()).contains("erik");
        assertThat(decision.notices()).containsExactly(Notice.BEVOEGD_GEZAG);
    }

    @Test
    void whenBothCounsellorsAreAwayAContactpersoonReadsUnlessOneOfThemIsInvolved() {
        assertThat(Requests.about(Category.SEKSUEEL, Accused.PERSONEEL)
                        .away("els", "erik")
                        .decide()
                        .recipient())
                .contains("carla");
        assertThat(Requests.about(Category.SEKSUEEL, Accused.PERSONEEL)
                        .away("els", "erik")
                        .excluding("chris")
                        .decide()
                        .recipient())
                .as("an excluded contactpersoon closes the way to the other one")
                .contains("els");
    }

    @Test
    void anAccusedOfficialWithoutANameKeepsEveryInternalOut() {
        RoutingDecision decision = Requests.about(Category.INTIMIDATIE, Accused.FUNCTIONARIS)
                .away("els", "erik")
                .decide();

        assertThat(decision.recipient()).contains("els");
        assertThat(decision.reason()).isEqualTo(Reason.IEDEREEN_AFWEZIG);
        assertThat(decision.alternatives()).containsExactly("erik");
    }

    @Test
    void whenNobodyIsLeftOnlyTheBoardIsToldAndNobodyReads() {
        RoutingDecision decision = Requests.about(Category.KLACHT, Accused.FUNCTIONARIS)
                .excluding("carla", "els", "erik")
                .decide();

        assertThat(decision.recipient()).isEmpty();
        assertThat(decision.notices()).containsExactly(Notice.BEVOEGD_GEZAG);
        assertThat(decision.reason()).isEqualTo(Reason.NIEMAND_OVER);
    }

    @Test
    void whenEveryoneIsAwayTheFirstInOrderGetsIt() {
        RoutingDecision decision = Requests.about(Category.PESTEN, Accused.LEERLING)
                .away("ans", "carla", "chris", "els", "erik")
                .decide();

        assertThat(decision.recipient()).contains("ans");
        assertThat(decision.reason()).isEqualTo(Reason.IEDEREEN_AFWEZIG);
    }

    @Test
    void anAdultVictimIsNotReportedToTheBoard() {
        assertThat(Requests.about(Category.SEKSUEEL, Accused.PERSONEEL)
                        .minor(false)
                        .decide()
                        .notices())
                .isEmpty();
        assertThat(Requests.about(Category.SEKSUEEL, Accused.PERSONEEL)
                        .minor(true)
                        .decide()
                        .notices())
                .containsExactly(Notice.BEVOEGD_GEZAG);
    }

    @Test
    void violenceNowIsASafetyNoticeWhateverTheLabel() {
        assertThat(Requests.about(Category.GEWELD, Accused.PERSONEEL)
                        .alert(Alert.GEWELD_NU)
                        .decide()
                        .notices())
                .containsExactly(Notice.VEILIGHEID);
        assertThat(Requests.about(Category.GEWELD, Accused.PERSONEEL)
                        .alert(Alert.ZELFDODING)
                        .decide()
                        .notices())
                .isEmpty();
    }

    @Test
    void noticesStayWithTheCaseWhateverTheChoice() {
        assertThat(Requests.about(Category.SEKSUEEL, Accused.SCHOOLLEIDING)
                        .choosing("carla")
                        .decide()
                        .notices())
                .containsExactly(Notice.BEVOEGD_GEZAG);
    }

    @Test
    void somebodyWithTwoRolesIsForbiddenInBoth() {
        RoutingDecision decision = Requests.about(Category.PESTEN, Accused.LEERLING)
                .with(new Candidate("ans", OfficialRole.CONTACTPERSOON, false))
                .excluding("ans")
                .decide();

        assertThat(decision.recipient()).contains("carla");
        assertThat(decision.alternatives()).doesNotContain("ans");
    }

    @Test
    void noRandomRequestEverReachesAForbiddenReader() {
        long seed = 20_261_121L;
        Random random = new Random(seed);
        List<String> people = List.of("ans", "carla", "chris", "els", "erik");
        for (int round = 0; round < 20_000; round++) {
            Requests request = Requests.about(
                    Category.values()[random.nextInt(Category.values().length)],
                    Accused.values()[random.nextInt(Accused.values().length)]);
            Set<String> forbidden = new HashSet<>();
            for (String person : people) {
                if (random.nextInt(3) == 0) {
                    forbidden.add(person);
                    request.excluding(person);
                }
                if (random.nextInt(3) == 0) {
                    request.away(person);
                }
            }
            if (random.nextBoolean()) {
                String accused = people.get(random.nextInt(people.size()));
                forbidden.add(accused);
                request.accusing(accused);
            }
            if (random.nextBoolean()) {
                request.choosing(people.get(random.nextInt(people.size())));
            }

            RoutingDecision decision = request.decide();

            String where = "seed " + seed + ", round " + round;
            assertThat(decision.forbidden()).as(where).isEqualTo(forbidden);
            assertThat(decision.alternatives()).as(where).noneMatch(forbidden::contains);
            assertThat(decision.successors()).as(where).noneMatch(forbidden::contains);
            decision.recipient().ifPresent(id -> assertThat(forbidden).as(where).doesNotContain(id));
            if (decision.recipient().isEmpty()) {
                assertThat(decision.notices()).as(where).contains(Notice.BEVOEGD_GEZAG);
            }
        }
    }
}
