package nl.wegwijzer.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a report goes.
 *
 * @param recipient who gets it; empty when nobody may read it
 * @param alternatives whom the reporter may choose instead, best first
 * @param successors who takes over, in order, when the recipient does not open it in time (rule 6)
 * @param notices what stays with the case whatever the choice
 * @param forbidden who must never learn that this report exists (rule 2)
 * @param reason why this recipient
 */
public record RoutingDecision(
        Optional<String> recipient,
        List<String> alternatives,
        List<String> successors,
        Set<Notice> notices,
        Set<String> forbidden,
        Reason reason) {

    /** Takes defensive copies. */
    public RoutingDecision {
        alternatives = List.copyOf(alternatives);
        successors = List.copyOf(successors);
        notices = Set.copyOf(notices);
        forbidden = Set.copyOf(forbidden);
    }
}
