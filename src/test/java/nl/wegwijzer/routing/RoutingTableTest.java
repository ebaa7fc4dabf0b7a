package nl.wegwijzer.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.WireValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the table of domain §6, written out as the domain writes it. */
class RoutingTableTest {
    private static final String TABLE = """
            pesten              | AP             | CP        | EVP        | EVP        | CP         | AP             | AP
            cyberpesten         | AP             | CP        | EVP        | EVP        | CP         | AP             | AP
            intimidatie         | CP             | CP +EVP   | EVP        | EVP        | CP         | CP             | CP
            geweld              | CP             | CP +EVP   | EVP        | EVP        | CP         | CP             | CP
            discriminatie       | CP             | CP +EVP   | EVP        | EVP        | CP         | CP             | CP
            seksueel            | EVP +CP        | EVP BG    | EVP BG     | EVP BG     | CP MELD    | EVP            | EVP
            wapens_drugs        | CP VEILIG      | EVP       | EVP        | EVP        | CP         | CP VEILIG      | CP VEILIG
            vernieling_diefstal | CP             | CP        | EVP        | EVP        | CP         | CP             | CP
            thuissituatie       | CP MELD        | EVP MELD  | EVP MELD   | EVP MELD   | CP MELD    | CP MELD        | CP MELD
            welzijn             | CP             | CP        | EVP        | EVP        | CP         | CP             | CP
            klacht              | CP             | CP        | EVP        | EVP        | CP         | CP             | CP
            overig              | CP             | CP        | EVP        | EVP        | CP         | CP             | CP
            unsure              | CP             | CP        | EVP        | EVP        | CP         | CP             | CP
            """;
    private static final List<Accused> COLUMNS = List.of(
            Accused.LEERLING,
            Accused.PERSONEEL,
            Accused.SCHOOLLEIDING,
            Accused.FUNCTIONARIS,
            Accused.OUDER,
            Accused.BUITENSTAANDER,
            Accused.ONBEKEND);
    private static final Map<String, String> FIRST_OF_ROLE = Map.of("AP", "ans", "CP", "carla", "EVP", "els");
    private static final Map<String, Notice> NOTICES =
            Map.of("BG", Notice.BEVOEGD_GEZAG, "MELD", Notice.MELDCODE, "VEILIG", Notice.VEILIGHEID);

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        for (String row : TABLE.lines().toList()) {
            String[] columns = row.split("\\|");
            for (int i = 0; i < COLUMNS.size(); i++) {
                cells.add(Arguments.of(columns[0].strip(), COLUMNS.get(i), columns[i + 1].strip()));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0} by {1} goes to {2}")
    @MethodSource("cells")
    void everyCellGoesWhereTheDomainSays(String category, Accused accused, String expected) {
        RoutingDecision decision =
                RoutingPolicy.decide(Requests.about(WireValue.parse(Category.class, category), accused)
                        .request());

        String[] parts = expected.split(" ");
        assertThat(decision.recipient()).contains(FIRST_OF_ROLE.get(parts[0]));
        Set<Notice> notices = Set.of();
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("+")) {
                assertThat(decision.alternatives()).first().isEqualTo(FIRST_OF_ROLE.get(parts[i].substring(1)));
            } else {
                notices = Set.of(NOTICES.get(parts[i]));
            }
        }
        assertThat(decision.notices()).isEqualTo(notices);
        assertThat(decision.reason()).isEqualTo(Reason.TABEL);
        assertThat(decision.alternatives()).doesNotContain(decision.recipient().orElseThrow());
    }

    @Test
    void theTableCoversEveryLabelAndEveryKindOfAccused() {
        assertThat(cells()).hasSize((Category.values().length + 1) * Accused.values().length);
        assertThat(COLUMNS).containsExactlyInAnyOrder(Accused.values());
        for (Category category : Category.values()) {
            assertThat(TABLE).contains(category.wire());
        }
        assertThat(WireValue.parse(Category.class, "unsure")).isEqualTo(Optional.empty());
    }
}
