package nl.wegwijzer.account;

import java.util.Optional;

/**
 * The sign-in form. It posts {@code naam}, {@code wachtzin} and {@code code} to {@code action}, or only the first two to
 * {@code passkeyAction}.
 *
 * @param action path to post to
 * @param passkeyOrigin the address at which passkeys work; elsewhere the page does not offer them
 * @param name typed before, to put back
 * @param problem one line, the same whatever was wrong, so that nobody learns which accounts exist
 */
public record SignInPage(
        String action, String passkeyAction, String passkeyOrigin, String name, Optional<String> problem) {}
