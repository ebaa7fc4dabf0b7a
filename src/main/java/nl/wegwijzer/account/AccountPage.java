package nl.wegwijzer.account;

import java.util.List;
import java.util.Optional;

/**
 * The page of one's own account. Another passphrase posts {@code oud}, {@code wachtzin} and {@code wachtzin2} to
 * {@code passphraseAction}; another recovery code posts {@code wachtzin} to {@code recoveryAction}; ending a session posts
 * {@code sessie} to {@code sessionAction}, ending all of them {@code overal} to {@code signOutAction}; a new passkey posts
 * {@code naam} and {@code wachtzin}, removing one posts {@code passkey}. All carry {@code bewijs}.
 *
 * @param login name to sign in with
 * @param sessions where the person is signed in, the latest first
 * @param passkeys the section about passkeys
 * @param said what was just done
 * @param passphraseProblem why the passphrase was not changed
 * @param recoveryProblem why no recovery code was made
 */
public record AccountPage(
        String login,
        List<Open> sessions,
        String passphraseAction,
        String recoveryAction,
        String sessionAction,
        String signOutAction,
        Passkeys passkeys,
        String formToken,
        Optional<String> said,
        Optional<String> passphraseProblem,
        Optional<String> recoveryProblem) {

    /** Takes a defensive copy. */
    public AccountPage {
        sessions = List.copyOf(sessions);
    }

    /**
     * A session.
     *
     * @param id value of the button {@code sessie}
     * @param began day and time in words
     * @param lastSeen day and time in words
     * @param own whether this page belongs to it
     */
    public record Open(String id, String began, String lastSeen, boolean own) {}

    /**
     * The section about passkeys.
     *
     * @param rows the oldest first
     * @param full whether there are as many as there may be
     * @param origin the address at which browsers make passkeys for us
     * @param name typed before, to put back
     * @param problem why none was added
     */
    public record Passkeys(
            List<Passkey> rows,
            boolean full,
            String origin,
            String addAction,
            String removeAction,
            String name,
            Optional<String> problem) {

        /** Takes a defensive copy. */
        public Passkeys {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A passkey.
     *
     * @param id value of the button {@code passkey}
     * @param name as its owner called it
     * @param added since when, in words
     * @param used when for the last time, in words
     */
    public record Passkey(String id, String name, String added, String used) {}

    @Override
    public String toString() {
        return "AccountPage[redacted]";
    }
}
