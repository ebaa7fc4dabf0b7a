package nl.wegwijzer.account;

import static nl.wegwijzer.account.StaffSite.PASSPHRASE;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.SoftPasskey.Setting;
import nl.wegwijzer.account.StaffSite.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Somebody who adds passkeys and signs in with them, form by form. */
final class PasskeyDesk {
    static final String ACCOUNT = "/medewerker/account";
    static final String BEGIN = "/medewerker/aanmelden/passkey";
    static final String FINISH = "/medewerker/aanmelden/stap";
    static final Setting MAKING = Setting.HONEST.saying("webauthn.create");

    private final StaffSite site;

    PasskeyDesk(StaffSite site) {
        this.site = site;
    }

    Page beginAdding(Browser browser, String name, String passphrase) {
        site.clock.advance(Duration.ofSeconds(10));
        return browser.post(
                ACCOUNT + "/passkey",
                Map.of("bewijs", browser.get(ACCOUNT).hidden("bewijs"), "naam", name, "wachtzin", passphrase));
    }

    Page finishAdding(Browser browser, Page asked, String name, Map<String, String> made) {
        Map<String, String> fields = new HashMap<>(made);
        fields.put("bewijs", browser.get(ACCOUNT).hidden("bewijs"));
        fields.put("stap", asked.hidden("stap"));
        fields.put("naam", name);
        return browser.post(ACCOUNT + "/passkey/gemaakt", fields);
    }

    /** Adds a passkey from the first page to the last. */
    void add(Browser browser, String name, SoftPasskey passkey) {
        Page asked = beginAdding(browser, name, PASSPHRASE);
        Page done = finishAdding(browser, asked, name, passkey.create(options(asked), MAKING));
        if (done.status() != 303) {
            throw new AssertionError("not added: " + done.status() + " " + done.body());
        }
    }

    Page begin(Browser browser, String login, String passphrase) {
        site.clock.advance(Duration.ofSeconds(10));
        return browser.post(BEGIN, Map.of("naam", login, "wachtzin", passphrase));
    }

    Page begin(Browser browser, Person person) {
        return begin(browser, person.login(), PASSPHRASE);
    }

    Page finish(Browser browser, Page asked, Map<String, String> proof) {
        Map<String, String> fields = new HashMap<>(proof);
        fields.put("stap", asked.hidden("stap"));
        return browser.post(FINISH, fields);
    }

    /** Signs in from the first page to the last; what comes of it is the test's to judge. */
    Page signIn(Browser browser, Person person, SoftPasskey passkey) {
        Page asked = begin(browser, person);
        return finish(browser, asked, passkey.get(options(asked)));
    }

    static String options(Page page) {
        Element form = Jsoup.parse(page.body()).selectFirst("[data-passkey-options]");
        if (form == null) {
            throw new AssertionError("nothing is asked on " + page.status() + " " + page.body());
        }
        return form.attr("data-passkey-options");
    }

    /** The names of the passkeys that the page offers. */
    static List<String> offered(Page page) {
        return StreamSupport.stream(
                        SoftPasskey.read(options(page)).get("allowCredentials").spliterator(), false)
                .map(known -> known.get("id").asText())
                .toList();
    }
}
