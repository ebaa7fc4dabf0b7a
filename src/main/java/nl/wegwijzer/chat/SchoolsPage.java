package nl.wegwijzer.chat;

import java.util.List;
import java.util.Optional;
import nl.wegwijzer.taxonomy.Language;

/**
 * The list of schools, for who comes without a school's own address.
 *
 * @param staffLink where officials sign in; empty when reporters are not to know
 * @param texts the interface's words in this language
 */
public record SchoolsPage(Language language, List<SchoolLink> schools, Optional<String> staffLink, Texts texts) {

    /** Takes a defensive copy. */
    public SchoolsPage {
        schools = List.copyOf(schools);
    }

    /**
     * A school to choose.
     *
     * @param name as pupils call it
     * @param slug the school's part of the address
     * @param place town, may be empty
     */
    public record SchoolLink(String name, String slug, String place) {}
}
