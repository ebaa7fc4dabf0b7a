package nl.wegwijzer.account;

import java.util.List;
import java.util.Optional;

/**
 * The page of one's own account. Another passphrase posts {@code oud}, {@code wachtzin} and {@code wachtzin2} to
 * {@code passphraseAction}; another recovery code posts {@code wachtzin} to {@code recoveryAction}; ending a session posts
 * {@code sessie} to {@code sessionAction}, ending all of them {@code overal} to {@code signOutAction}. All carry
 * {@code bewijs}.
 *
 * @param login name to sign in with
 * @param sessions where the person is signed in, the latest first
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

    @Override
    public String toString() {
        return "AccountPage[redacted]";
    }
}
