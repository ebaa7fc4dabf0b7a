package nl.wegwijzer.account;

import java.util.List;
import java.util.UUID;
import nl.wegwijzer.seal.BoxKeyPair;

/**
 * Somebody who is signed in, for the length of one request.
 *
 * @param official who it is
 * @param board the school board they belong to
 * @param name as shown in the page's header
 * @param administrator whether they manage people; that alone opens no report
 * @param schools where they have a role: the only schools whose reports a query of theirs may touch
 * @param pair opens what was sealed to them
 * @param formToken proof that a form came from this session
 * @param rowKey key of the session's row
 */
public record Session(
        UUID official,
        UUID board,
        String name,
        boolean administrator,
        List<UUID> schools,
        BoxKeyPair pair,
        FormToken formToken,
        byte[] rowKey) {

    /** Takes defensive copies. */
    public Session {
        schools = List.copyOf(schools);
        rowKey = rowKey.clone();
    }

    @Override
    public byte[] rowKey() {
        return rowKey.clone();
    }

    @Override
    public String toString() {
        return "Session[redacted]";
    }
}
