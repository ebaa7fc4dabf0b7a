package nl.wegwijzer.account;

import java.util.Optional;

/**
 * The sign-in form. It posts {@code naam}, {@code wachtzin} and {@code code} to {@code action}.
 *
 * @param action path to post to
 * @param name typed before, to put back
 * @param problem one line, the same whatever was wrong, so that nobody learns which accounts exist
 */
public record SignInPage(String action, String name, Optional<String> problem) {}
