package nl.wegwijzer.account;

import java.util.Set;
import java.util.UUID;
import nl.wegwijzer.school.Sector;

/**
 * A school to be created.
 *
 * @param board the board it belongs to
 * @param slug its part of the address: lower-case letters, digits and hyphens
 * @param name as pupils call it
 * @param place town, may be empty
 * @param sector po, vo or mbo
 * @param complaints where the klachtenregeling is found, may be empty
 */
public record NewSchool(UUID board, String slug, String name, String place, Sector sector, String complaints) {
    /** First parts of addresses that are ours. */
    private static final Set<String> TAKEN =
            Set.of("medewerker", "gezond", "snel", "weg", "s", "demo", "terug", "favicon", "robots", "en", "nl");

    /**
     * Checks what must hold.
     *
     * @throws AdministrationException when it does not
     */
    public NewSchool {
        if (!slug.matches("[a-z0-9][a-z0-9-]{1,60}") || TAKEN.contains(slug)) {
            throw new AdministrationException("The address part '" + slug
                    + "' can't be used: take 2 to 61 lower-case letters, digits and hyphens, and none of " + TAKEN);
        }
        if (name.isBlank()) {
            throw new AdministrationException("A school needs a name.");
        }
    }
}
