package nl.wegwijzer.casework;

import java.util.Optional;
import java.util.UUID;

/**
 * Names a report. Knowing it opens nothing.
 *
 * @param school first part of its key
 * @param report second part of its key
 */
record CaseRef(UUID school, UUID report) {

    /** Reads the two parts of an address; empty when they are no ids. */
    static Optional<CaseRef> of(String school, String report) {
        try {
            return Optional.of(new CaseRef(UUID.fromString(school), UUID.fromString(report)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Returns the path of its page. */
    String path() {
        return "/medewerker/melding/" + school + "/" + report;
    }
}
