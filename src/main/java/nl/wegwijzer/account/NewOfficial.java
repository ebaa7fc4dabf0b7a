package nl.wegwijzer.account;

import java.util.List;
import java.util.UUID;
import nl.wegwijzer.routing.OfficialRole;

/**
 * An official to be created.
 *
 * @param board the board they belong to
 * @param login the name to sign in with; capitals make no difference
 * @param name first name and surname, as pupils see it
 * @param about one sentence in their own words, may be empty
 * @param photo name of the photo, empty for a drawn initial
 * @param posts their roles at schools of the board; an external counsellor has one at each
 * @param administrator whether they manage people; that alone opens no report
 */
public record NewOfficial(
        UUID board, String login, String name, String about, String photo, List<Post> posts, boolean administrator) {

    /**
     * Checks what must hold.
     *
     * @throws AdministrationException when it does not
     */
    public NewOfficial {
        login = SignIn.normal(login);
        if (!login.matches("[a-z0-9][a-z0-9._@-]{1,60}")) {
            throw new AdministrationException(
                    "The login '" + login + "' can't be used: take 2 to 61 letters, digits, dots and hyphens.");
        }
        if (name.isBlank()) {
            throw new AdministrationException("An official needs a name.");
        }
        posts = List.copyOf(posts);
    }

    /**
     * A role at a school.
     *
     * @param school the school's part of the address
     */
    public record Post(String school, OfficialRole role) {}
}
