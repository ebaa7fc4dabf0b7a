package nl.wegwijzer.server;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.wegwijzer.account.Totp;
import org.jsoup.nodes.Element;

/** One of the demo's officials at their desk. */
final class Official {
    private static final long CODE_SECONDS = 30;
    private static final Map<String, Long> LAST_STEP = new HashMap<>();

    private final Browser browser;

    private Official(Browser browser) {
        this.browser = browser;
    }

    /** Signs in through the front door. A code works once, so a second sign-in waits for the next one. */
    static synchronized Official signIn(String address, String login) {
        DemoBoard.SignInCard card = DemoBoard.signIns().stream()
                .filter(candidate -> candidate.login().equals(login))
                .findFirst()
                .orElseThrow();
        Browser browser = new Browser(address);
        for (int attempt = 0; attempt < 4; attempt++) {
            browser.open("/medewerker/aanmelden");
            browser.submitTo(
                    "/medewerker/aanmelden",
                    Map.of(
                            "naam", login,
                            "wachtzin", card.passphrase(),
                            "code", Totp.codeAt(card.totpSecret(), nextCode(address + login))));
            if (browser.status() == 200 && !browser.path().endsWith("/aanmelden")) {
                return new Official(browser);
            }
        }
        throw new AssertionError(login + " can't sign in: " + browser.title() + " " + browser.text());
    }

    /** The moment of the first code that was not used yet, waiting for it when it lies too far ahead to be taken. */
    private static Instant nextCode(String person) {
        long now = Clock.systemUTC().instant().getEpochSecond() / CODE_SECONDS;
        long step = Math.max(now - 1, LAST_STEP.getOrDefault(person, 0L) + 1);
        LAST_STEP.put(person, step);
        Instant begin = Instant.ofEpochSecond(step * CODE_SECONDS);
        while (Clock.systemUTC().instant().plusSeconds(CODE_SECONDS).isBefore(begin)) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return begin;
    }

    Browser browser() {
        return browser;
    }

    Official inbox() {
        browser.open("/medewerker");
        return this;
    }

    /** Opens the newest case whose page holds this text; fails when there is none. */
    Official openCaseAbout(String marker) {
        for (Element link : inbox().browser.page().select("a[href^=/medewerker/melding/]")) {
            browser.open(link.attr("href"));
            if (browser.text().contains(marker)) {
                return this;
            }
        }
        throw new AssertionError("no case about " + marker);
    }

    /** Whether any case in the inbox holds this text. */
    boolean hasCaseAbout(String marker) {
        for (Element link : inbox().browser.page().select("a[href^=/medewerker/melding/]")) {
            if (browser.open(link.attr("href")).text().contains(marker)) {
                return true;
            }
        }
        return false;
    }
}
