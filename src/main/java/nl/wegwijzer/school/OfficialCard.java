package nl.wegwijzer.school;

import java.util.List;
import java.util.UUID;
import nl.wegwijzer.routing.OfficialRole;

/**
 * An official as the reporter sees them.
 *
 * @param id who it is
 * @param name first name and surname, as on the poster in the hall
 * @param roles their roles at this school, at least one
 * @param about one sentence in their own words, may be empty
 * @param photo address of the photo, empty for a drawn initial
 * @param publicKey 32 bytes to which a report is sealed
 * @param away absent today
 */
public record OfficialCard(
        UUID id, String name, List<OfficialRole> roles, String about, String photo, byte[] publicKey, boolean away) {

    /** Takes defensive copies. */
    public OfficialCard {
        roles = List.copyOf(roles);
        publicKey = publicKey.clone();
    }

    /** Returns the name by which a pupil would call them: the part before the first space. */
    public String firstName() {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }
}
