package nl.wegwijzer.account;

import java.util.Locale;
import java.util.Optional;

/** What a passphrase must be: long, and not one's own name. No rules on capitals or signs: they make people write it down. */
final class PassphraseRule {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;

    private PassphraseRule() {}

    /** Why a passphrase is not taken; the page says it in kind words. */
    enum Problem {
        TOO_SHORT("invite.short"),
        TOO_LONG("invite.long"),
        OWN_NAME("invite.own_name"),
        TOO_PLAIN("invite.plain"),
        NOT_THE_SAME("invite.differs");

        private final String key;

        Problem(String key) {
            this.key = key;
        }

        /** Returns the key of its words in the texts. */
        String textKey() {
            return key;
        }
    }

    /**
     * Judges a passphrase.
     *
     * @param repeated as typed the second time
     * @return empty when it is fine
     */
    static Optional<Problem> judge(String passphrase, String repeated, String login, String name) {
        int length = passphrase.codePointCount(0, passphrase.length());
        if (length < SHORTEST) {
            return Optional.of(Problem.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        if (onlyName(passphrase, login) || onlyName(passphrase, name)) {
            return Optional.of(Problem.OWN_NAME);
        }
        if (passphrase.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of(Problem.TOO_PLAIN);
        }
        return passphrase.equals(repeated) ? Optional.empty() : Optional.of(Problem.NOT_THE_SAME);
    }

    /** The name itself, or the name with only a few characters around it. */
    private static boolean onlyName(String passphrase, String name) {
        String plain = letters(name);
        String typed = letters(passphrase);
        return !plain.isEmpty() && typed.contains(plain) && typed.length() - plain.length() < SHORTEST / 2;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
