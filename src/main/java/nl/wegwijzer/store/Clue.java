package nl.wegwijzer.store;

import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/** What somebody shows before it is known to which board they belong. The database tells the board of exactly this one. */
public final class Clue {
    private final String function;
    private final Object value;

    private Clue(String function, Object value) {
        this.function = function;
        this.value = value;
    }

    /** A name to sign in with. */
    public static Clue login(String login) {
        return new Clue("board_of_login", login);
    }

    /** A person. */
    public static Clue official(UUID official) {
        return new Clue("board_of_official", official);
    }

    /** The key of a session's row. */
    public static Clue session(byte[] rowKey) {
        return new Clue("board_of_session", Buffer.buffer(rowKey));
    }

    /** The hash of an invitation's link. */
    public static Clue invitation(byte[] hash) {
        return new Clue("board_of_invitation", Buffer.buffer(hash));
    }

    /** The key of the row of what was asked of a passkey. */
    public static Clue passkeyChallenge(byte[] rowKey) {
        return new Clue("board_of_passkey_challenge", Buffer.buffer(rowKey));
    }

    /** Returns the function of the database that knows the board. */
    String function() {
        return function;
    }

    /** Returns what the function is asked. */
    Object value() {
        return value;
    }

    @Override
    public String toString() {
        return "Clue[redacted]";
    }
}
