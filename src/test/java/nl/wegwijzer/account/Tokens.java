package nl.wegwijzer.account;

/** Looks inside a browser's session, as only its own pages could. */
public final class Tokens {
    private Tokens() {}

    public static String formToken(Browser browser) {
        return SessionSecret.ofCookie(browser.cookies().get(StaffCookies.SESSION))
                .orElseThrow()
                .formToken()
                .value();
    }
}
