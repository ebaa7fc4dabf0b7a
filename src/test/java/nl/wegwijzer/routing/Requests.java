package nl.wegwijzer.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;

/** Routing requests to a school with an aanspreekpunt, two contactpersonen and two external counsellors. */
final class Requests {
    private final Optional<Category> category;
    private final Accused accused;
    private final Set<String> away = new HashSet<>();
    private final Set<String> excluded = new HashSet<>();
    private final Set<Alert> alerts = new HashSet<>();
    private final List<Candidate> extra = new ArrayList<>();
    private Optional<String> accusedPerson = Optional.empty();
    private Optional<String> chosen = Optional.empty();
    private Optional<Boolean> minor = Optional.empty();

    private Requests(Optional<Category> category, Accused accused) {
        this.category = category;
        this.accused = accused;
    }

    static Requests about(Category category, Accused accused) {
        return new Requests(Optional.of(category), accused);
    }

    static Requests about(Optional<Category> category, Accused accused) {
        return new Requests(category, accused);
    }

    Requests away(String... ids) {
        away.addAll(List.of(ids));
        return this;
    }

    Requests excluding(String... ids) {
        excluded.addAll(List.of(ids));
        return this;
    }

    Requests accusing(String id) {
        accusedPerson = Optional.of(id);
        return this;
    }

    Requests choosing(String id) {
        chosen = Optional.of(id);
        return this;
    }

    Requests alert(Alert alert) {
        alerts.add(alert);
        return this;
    }

    Requests minor(boolean isMinor) {
        minor = Optional.of(isMinor);
        return this;
    }

    Requests with(Candidate candidate) {
        extra.add(candidate);
        return this;
    }

    RoutingRequest request() {
        List<Candidate> candidates = new ArrayList<>(List.of(
                candidate("ans", OfficialRole.AANSPREEKPUNT_PESTEN),
                candidate("carla", OfficialRole.CONTACTPERSOON),
                candidate("chris", OfficialRole.CONTACTPERSOON),
                candidate("els", OfficialRole.EXTERNE_VERTROUWENSPERSOON),
                candidate("erik", OfficialRole.EXTERNE_VERTROUWENSPERSOON)));
        candidates.addAll(extra);
        return new RoutingRequest(category, alerts, accused, candidates, accusedPerson, excluded, chosen, minor);
    }

    RoutingDecision decide() {
        return RoutingPolicy.decide(request());
    }

    private Candidate candidate(String id, OfficialRole role) {
        return new Candidate(id, role, away.contains(id));
    }
}
