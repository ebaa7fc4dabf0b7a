package nl.wegwijzer.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;

/**
 * What is known when a report looks for its reader.
 *
 * @param category what it is about; empty when reading and reporter are both unsure
 * @param alerts crisis signals found in the text
 * @param accused who did it, by the reporter's own answer
 * @param candidates the school's people in the school's own order
 * @param accusedPerson the official whom the report is about, if any
 * @param excluded officials whom the reporter does not want as readers
 * @param chosen the official whom the reporter chose, if any
 * @param minor whether it happened to a minor; empty (unknown) counts as minor
 */
public record RoutingRequest(
        Optional<Category> category,
        Set<Alert> alerts,
        Accused accused,
        List<Candidate> candidates,
        Optional<String> accusedPerson,
        Set<String> excluded,
        Optional<String> chosen,
        Optional<Boolean> minor) {

    /** Takes defensive copies. */
    public RoutingRequest {
        alerts = Set.copyOf(alerts);
        candidates = List.copyOf(candidates);
        excluded = Set.copyOf(excluded);
    }
}
