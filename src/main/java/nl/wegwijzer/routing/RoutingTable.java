package nl.wegwijzer.routing;

import static nl.wegwijzer.routing.OfficialRole.AANSPREEKPUNT_PESTEN;
import static nl.wegwijzer.routing.OfficialRole.CONTACTPERSOON;
import static nl.wegwijzer.routing.OfficialRole.EXTERNE_VERTROUWENSPERSOON;

import java.util.Optional;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;

/** The table of domain §6: which role reads a report first, and which other role is offered beside it. */
final class RoutingTable {
    private RoutingTable() {}

    /**
     * One cell of the table.
     *
     * @param first the role that reads it
     * @param offered the role that the table names as the other good choice
     */
    record Cell(OfficialRole first, Optional<OfficialRole> offered) {
        static Cell of(OfficialRole first) {
            return new Cell(first, Optional.empty());
        }

        static Cell of(OfficialRole first, OfficialRole offered) {
            return new Cell(first, Optional.of(offered));
        }
    }

    static Cell cell(Optional<Category> category, Accused accused) {
        if (category.isEmpty()) {
            return Cell.of(insideUnlessLeadership(accused));
        }
        return switch (category.get()) {
            case PESTEN, CYBERPESTEN ->
                switch (accused) {
                    case LEERLING, BUITENSTAANDER, ONBEKEND -> Cell.of(AANSPREEKPUNT_PESTEN);
                    case PERSONEEL, OUDER -> Cell.of(CONTACTPERSOON);
                    case SCHOOLLEIDING, FUNCTIONARIS -> Cell.of(EXTERNE_VERTROUWENSPERSOON);
                };
            case INTIMIDATIE, GEWELD, DISCRIMINATIE ->
                accused == Accused.PERSONEEL
                        ? Cell.of(CONTACTPERSOON, EXTERNE_VERTROUWENSPERSOON)
                        : Cell.of(insideUnlessLeadership(accused));
            case SEKSUEEL ->
                switch (accused) {
                    case LEERLING -> Cell.of(EXTERNE_VERTROUWENSPERSOON, CONTACTPERSOON);
                    case OUDER -> Cell.of(CONTACTPERSOON);
                    case PERSONEEL, SCHOOLLEIDING, FUNCTIONARIS, BUITENSTAANDER, ONBEKEND ->
                        Cell.of(EXTERNE_VERTROUWENSPERSOON);
                };
            case WAPENS_DRUGS, THUISSITUATIE ->
                accused == Accused.PERSONEEL
                        ? Cell.of(EXTERNE_VERTROUWENSPERSOON)
                        : Cell.of(insideUnlessLeadership(accused));
            case VERNIELING_DIEFSTAL, WELZIJN, KLACHT, OVERIG -> Cell.of(insideUnlessLeadership(accused));
        };
    }

    private static OfficialRole insideUnlessLeadership(Accused accused) {
        return switch (accused) {
            case SCHOOLLEIDING, FUNCTIONARIS -> EXTERNE_VERTROUWENSPERSOON;
            case LEERLING, PERSONEEL, OUDER, BUITENSTAANDER, ONBEKEND -> CONTACTPERSOON;
        };
    }
}
