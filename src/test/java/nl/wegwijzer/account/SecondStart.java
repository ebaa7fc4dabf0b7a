package nl.wegwijzer.account;

import static nl.wegwijzer.account.StaffSite.PASSPHRASE;
import static nl.wegwijzer.account.StaffSite.await;

import java.util.Map;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.StaffSite.Person;

/** Somebody who lost passphrase, phone and recovery code, and starts anew through the administrator's link. */
public final class SecondStart {
    private SecondStart() {}

    /** Goes through the whole invitation; returns the same person with their new phone. */
    public static Person of(StaffSite site, Person lost) {
        String link = await(site.administration.inviteAgain(lost.login())).invitationPath();
        Browser browser = site.browser();
        Page page = browser.get(link);
        byte[] secret = RecoveryIT.secret(page);
        Page done = browser.post(
                link,
                Map.of(
                        "bewijs",
                        page.hidden("bewijs"),
                        "wachtzin",
                        PASSPHRASE,
                        "wachtzin2",
                        PASSPHRASE,
                        "code",
                        Totp.codeAt(secret, site.clock.instant())));
        if (done.status() != 303) {
            throw new AssertionError("not enrolled: " + done.status() + " " + done.body());
        }
        return new Person(lost.id(), lost.login(), secret);
    }
}
