package nl.wegwijzer.routing;

import static nl.wegwijzer.routing.OfficialRole.AANSPREEKPUNT_PESTEN;
import static nl.wegwijzer.routing.OfficialRole.CONTACTPERSOON;
import static nl.wegwijzer.routing.OfficialRole.EXTERNE_VERTROUWENSPERSOON;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;

/** Decides who reads a report (domain §6 and §10). Pure: the same request always gives the same decision. */
public final class RoutingPolicy {
    private RoutingPolicy() {}

    /** Routes one report. */
    public static RoutingDecision decide(RoutingRequest request) {
        Set<String> forbidden = forbidden(request);
        List<Candidate> line = line(request, forbidden);
        List<String> offered = offered(request, forbidden, line);
        Optional<Candidate> chosen = chosen(request, forbidden);
        Optional<Candidate> recipient =
                chosen.or(() -> firstPresent(line)).or(() -> line.stream().findFirst());
        Optional<String> recipientId = recipient.map(Candidate::id);
        return new RoutingDecision(
                recipientId,
                without(offered.stream(), recipientId),
                without(line.stream().map(Candidate::id), recipientId),
                notices(request, recipient.isEmpty()),
                forbidden,
                reason(request, line, chosen, recipient));
    }

    private static Set<String> forbidden(RoutingRequest request) {
        Set<String> forbidden = new HashSet<>(request.excluded());
        request.accusedPerson().ifPresent(forbidden::add);
        return forbidden;
    }

    /** Everyone the policy itself may pick, in order: the table's role first, then the fallbacks of domain §10. */
    private static List<Candidate> line(RoutingRequest request, Set<String> forbidden) {
        return rolesInOrder(request, forbidden).stream()
                .flatMap(role -> request.candidates().stream().filter(c -> c.role() == role))
                .filter(c -> !forbidden.contains(c.id()))
                .toList();
    }

    private static List<OfficialRole> rolesInOrder(RoutingRequest request, Set<String> forbidden) {
        OfficialRole first =
                RoutingTable.cell(request.category(), request.accused()).first();
        return switch (first) {
            case AANSPREEKPUNT_PESTEN -> List.of(AANSPREEKPUNT_PESTEN, CONTACTPERSOON, EXTERNE_VERTROUWENSPERSOON);
            case CONTACTPERSOON ->
                staffAccused(request)
                        ? List.of(CONTACTPERSOON, EXTERNE_VERTROUWENSPERSOON)
                        : List.of(CONTACTPERSOON, AANSPREEKPUNT_PESTEN, EXTERNE_VERTROUWENSPERSOON);
            case EXTERNE_VERTROUWENSPERSOON ->
                contactpersoonInvolved(request, forbidden)
                        ? List.of(EXTERNE_VERTROUWENSPERSOON)
                        : List.of(EXTERNE_VERTROUWENSPERSOON, CONTACTPERSOON);
        };
    }

    private static boolean staffAccused(RoutingRequest request) {
        return switch (request.accused()) {
            case PERSONEEL, SCHOOLLEIDING, FUNCTIONARIS -> true;
            case LEERLING, OUDER, BUITENSTAANDER, ONBEKEND -> false;
        };
    }

    /** An official who is accused without a name could be any of the internals, so none of them is a safe fallback. */
    private static boolean contactpersoonInvolved(RoutingRequest request, Set<String> forbidden) {
        return unnamedOfficialAccused(request)
                || request.candidates().stream()
                        .anyMatch(c -> c.role() == CONTACTPERSOON && forbidden.contains(c.id()));
    }

    private static boolean unnamedOfficialAccused(RoutingRequest request) {
        return request.accused() == Accused.FUNCTIONARIS
                && request.accusedPerson().isEmpty();
    }

    /** The people whom the reporter may choose instead: the role that the table offers, the line, then the others. */
    private static List<String> offered(RoutingRequest request, Set<String> forbidden, List<Candidate> line) {
        Optional<OfficialRole> named =
                RoutingTable.cell(request.category(), request.accused()).offered();
        Stream<Candidate> allowed = request.candidates().stream()
                .filter(c -> !forbidden.contains(c.id()))
                .filter(c -> !(staffAccused(request) && c.role() == AANSPREEKPUNT_PESTEN))
                .filter(c -> !(unnamedOfficialAccused(request) && c.role() != EXTERNE_VERTROUWENSPERSOON));
        List<Candidate> others = allowed.toList();
        Set<String> ids = new LinkedHashSet<>();
        others.stream()
                .filter(c -> named.filter(role -> role == c.role()).isPresent())
                .forEach(c -> ids.add(c.id()));
        line.forEach(c -> ids.add(c.id()));
        others.forEach(c -> ids.add(c.id()));
        return List.copyOf(ids);
    }

    private static Optional<Candidate> chosen(RoutingRequest request, Set<String> forbidden) {
        return request.chosen().filter(id -> !forbidden.contains(id)).flatMap(id -> request.candidates().stream()
                .filter(c -> c.id().equals(id))
                .findFirst());
    }

    private static Optional<Candidate> firstPresent(List<Candidate> line) {
        return line.stream().filter(c -> !c.away()).findFirst();
    }

    private static List<String> without(Stream<String> ids, Optional<String> recipient) {
        return ids.distinct()
                .filter(id -> recipient.filter(id::equals).isEmpty())
                .toList();
    }

    private static Set<Notice> notices(RoutingRequest request, boolean nobodyLeft) {
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        boolean sexual = request.category().filter(c -> c == Category.SEKSUEEL).isPresent();
        boolean home =
                request.category().filter(c -> c == Category.THUISSITUATIE).isPresent();
        boolean weaponsOrDrugs =
                request.category().filter(c -> c == Category.WAPENS_DRUGS).isPresent();
        boolean adultVictim = request.minor().filter(minor -> !minor).isPresent();
        if (nobodyLeft || (sexual && staffAccused(request) && !adultVictim)) {
            notices.add(Notice.BEVOEGD_GEZAG);
        }
        if (home || (sexual && request.accused() == Accused.OUDER)) {
            notices.add(Notice.MELDCODE);
        }
        if (request.alerts().contains(Alert.GEWELD_NU) || (weaponsOrDrugs && dangerAtSchool(request.accused()))) {
            notices.add(Notice.VEILIGHEID);
        }
        return notices;
    }

    private static boolean dangerAtSchool(Accused accused) {
        return switch (accused) {
            case LEERLING, BUITENSTAANDER, ONBEKEND -> true;
            case PERSONEEL, SCHOOLLEIDING, FUNCTIONARIS, OUDER -> false;
        };
    }

    private static Reason reason(
            RoutingRequest request, List<Candidate> line, Optional<Candidate> chosen, Optional<Candidate> recipient) {
        if (recipient.isEmpty()) {
            return Reason.NIEMAND_OVER;
        }
        if (chosen.isPresent()) {
            return chosen.get().away() ? Reason.EIGEN_KEUZE_AFWEZIG : Reason.EIGEN_KEUZE;
        }
        if (recipient.get().away()) {
            return Reason.IEDEREEN_AFWEZIG;
        }
        OfficialRole first =
                RoutingTable.cell(request.category(), request.accused()).first();
        if (recipient.get().role() == first) {
            return Reason.TABEL;
        }
        boolean firstRoleAway = line.stream().anyMatch(c -> c.role() == first);
        return firstRoleAway ? Reason.VERVANGING : Reason.NIET_BETROKKEN;
    }
}
