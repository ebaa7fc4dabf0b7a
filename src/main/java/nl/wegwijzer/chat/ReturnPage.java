package nl.wegwijzer.chat;

import java.util.Optional;
import nl.wegwijzer.taxonomy.Language;

/**
 * The page on which a reporter types the code to come back. It posts {@code code} and {@code blijk} to
 * {@code /{slug}/terug}.
 *
 * @param token opaque value of the hidden field {@code blijk}, by which guessing is slowed down
 * @param conversation the sealed conversation of who comes straight from the page with the code, to go back to it; empty
 *     for everyone else
 * @param typed what was typed before, to put back after a mistake
 * @param problem a friendly word when the code did not fit
 * @param texts the interface's words in this language
 */
public record ReturnPage(
        Language language,
        String slug,
        String school,
        String token,
        String conversation,
        String typed,
        Optional<String> problem,
        Texts texts) {

    @Override
    public String toString() {
        return "ReturnPage[redacted]";
    }
}
