package nl.wegwijzer.routing;

import java.util.Locale;
import java.util.Optional;

/** The roles a report can be routed to (domain §1). One person may hold several. */
public enum OfficialRole {
    /** Statutory contact for bullying (WPO 4c). */
    AANSPREEKPUNT_PESTEN("aanspreekpunt"),
    /** The internal confidential contact of a school. */
    CONTACTPERSOON("contactpersoon"),
    /** The external counsellor, independent of the board. */
    EXTERNE_VERTROUWENSPERSOON("externe");

    private final String wire;

    OfficialRole(String wire) {
        this.wire = wire;
    }

    /** Returns the stable value on the command line and in the database. */
    public String wire() {
        return wire;
    }

    /** Finds the role with this wire value. */
    public static Optional<OfficialRole> ofWire(String wire) {
        for (OfficialRole role : values()) {
            if (role.wire.equals(wire.toLowerCase(Locale.ROOT))) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
