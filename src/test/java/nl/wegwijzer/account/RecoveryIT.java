package nl.wegwijzer.account;

import static nl.wegwijzer.account.StaffSite.PASSPHRASE;
import static nl.wegwijzer.account.StaffSite.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.routing.OfficialRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryIT {
    private static final String RECOVER = "/medewerker/herstel";
    private static final String ACCOUNT = "/medewerker/account";
    private static final String NEW_PASSPHRASE = "wandelen door het dorp";
    private static final String WRONG = StaffTexts.dutch().of("recover.wrong");
    private static StaffSite site;
    private Person sanne;
    private String printed;

    @BeforeAll
    static void open() {
        site = new StaffSite().start();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void someoneWithAPrintedCode() {
        UUID board = site.board();
        sanne = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, site.school(board));
        Browser browser = site.signIn(sanne);
        printed = OwnAccountIT.recoveryCode(browser.post(
                ACCOUNT + "/herstelcode",
                Map.of("bewijs", browser.get(ACCOUNT).hidden("bewijs"), "wachtzin", PASSPHRASE)));
    }

    @Test
    void thePrintedCodeOpensTheSameKeysWithANewPassphraseAndPhone() {
        Browser before = site.signIn(sanne);
        byte[] publicKey = publicKey(before);
        Browser browser = site.browser();
        Page form = browser.get(RECOVER);

        Page page = recover(
                browser,
                form,
                sanne.login().toUpperCase(java.util.Locale.ROOT),
                printed.toLowerCase(java.util.Locale.ROOT));

        assertThat(page.status()).isEqualTo(303);
        assertThat(browser.get(ACCOUNT).status()).isEqualTo(200);
        assertThat(publicKey(browser)).isEqualTo(publicKey);
        assertThat(before.get(ACCOUNT).status()).as("older session").isEqualTo(303);
        Person renewed = new Person(sanne.id(), sanne.login(), secret(form));
        assertThat(signIn(renewed, NEW_PASSPHRASE).status()).isEqualTo(303);
        assertThat(signIn(renewed, PASSPHRASE).status()).as("old passphrase").isEqualTo(401);
        assertThat(signIn(sanne, NEW_PASSPHRASE).status()).as("old phone").isEqualTo(401);
    }

    @Test
    void aUsedCodeIsWorthlessAndTheOneOnThePageTakesItsPlace() {
        Browser browser = site.browser();
        Page form = browser.get(RECOVER);
        String next = OwnAccountIT.recoveryCode(form);
        assertThat(recover(browser, form, sanne.login(), printed).status()).isEqualTo(303);

        Browser again = site.browser();
        assertThat(recover(again, again.get(RECOVER), sanne.login(), printed).status())
                .isEqualTo(401);
        assertThat(recover(again, again.get(RECOVER), sanne.login(), next).status())
                .isEqualTo(303);
    }

    @Test
    void saysTheSameOfAWrongCodeAndOfAnAccountThatDoesNotExist() {
        Browser browser = site.browser();
        Page form = browser.get(RECOVER);
        Person neverCame = new Person(UUID.randomUUID(), "n" + UUID.randomUUID(), new byte[0]);
        await(site.administration.createOfficial(
                new NewOfficial(site.board(), neverCame.login(), "Kim Vos", "", "", java.util.List.of(), false)));

        Page wrong =
                recover(browser, form, sanne.login(), RecoveryCode.generate().printed());
        Page unknown = recover(browser, form, "u" + UUID.randomUUID(), printed);
        Page invited = recover(browser, form, neverCame.login(), "");

        for (Page page : new Page[] {wrong, unknown, invited}) {
            assertThat(page.status()).isEqualTo(401);
            assertThat(page.body()).contains(WRONG);
            assertThat(page.setCookies()).isEmpty();
        }
        assertThat(shape(wrong)).isEqualTo(shape(unknown)).isEqualTo(shape(invited));
        assertThat(site.signIn(sanne).get(ACCOUNT).status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongWithTheNewPassphraseOrPhoneSaysNothingOfTheAccount() {
        Browser browser = site.browser();
        Page form = browser.get(RECOVER);
        for (String login : new String[] {sanne.login(), "u" + UUID.randomUUID()}) {
            Page phone = post(browser, form, login, printed, NEW_PASSPHRASE, "000000");
            Page passphrase = post(browser, form, login, printed, "kort", code(form));

            assertThat(phone.status()).isEqualTo(422);
            assertThat(phone.body()).contains(StaffTexts.dutch().of("invite.code"));
            assertThat(passphrase.status()).isEqualTo(422);
            assertThat(passphrase.body()).contains(StaffTexts.dutch().of("invite.short"));
            assertThat(OwnAccountIT.recoveryCode(passphrase))
                    .as("nobody scans or prints twice")
                    .isEqualTo(OwnAccountIT.recoveryCode(form));
        }
    }

    @Test
    void takesNeitherAChangedNorAnOldNorAStrangersPage() {
        Browser browser = site.browser();
        Page form = browser.get(RECOVER);
        String bewijs = form.hidden("bewijs");
        Page changed = new Page(200, form.body().replace(bewijs, "B" + bewijs.substring(1)), "", Map.of());
        assertThat(recover(browser, changed, sanne.login(), printed).status()).isEqualTo(422);
        assertThat(recover(site.browser().onAnotherSite(), form, sanne.login(), printed)
                        .status())
                .isEqualTo(403);
        site.clock.advance(Duration.ofHours(3));
        Page stale = recover(browser, form, sanne.login(), printed);
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body()).contains(StaffTexts.dutch().of("invite.stale"));
    }

    @Test
    void anInvitationThatStillLayAroundStopsWorking() {
        String link = await(site.administration.inviteAgain(sanne.login())).invitationPath();
        Browser browser = site.browser();
        assertThat(browser.get(link).status()).isEqualTo(200);

        recover(browser, browser.get(RECOVER), sanne.login(), printed);

        assertThat(browser.get(link).status()).isEqualTo(410);
    }

    private Page recover(Browser browser, Page form, String login, String typed) {
        return post(browser, form, login, typed, NEW_PASSPHRASE, code(form));
    }

    private static Page post(Browser browser, Page form, String login, String typed, String passphrase, String code) {
        return browser.post(
                RECOVER,
                Map.of(
                        "bewijs", form.hidden("bewijs"),
                        "naam", login,
                        "herstelcode", typed,
                        "wachtzin", passphrase,
                        "wachtzin2", passphrase,
                        "code", code));
    }

    private static String code(Page form) {
        return Totp.codeAt(secret(form), site.clock.instant());
    }

    /** The second factor that the page shows, as a phone would read it. */
    static byte[] secret(Page form) {
        Matcher secret =
                Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>").matcher(form.body());
        assertThat(secret.find()).isTrue();
        return Base32.decode(secret.group(1).replace(" ", ""));
    }

    /** A page without what differs on each, since it was typed or is sealed anew. */
    private static String shape(Page page) {
        return page.body()
                .replaceAll("name=\"bewijs\" value=\"[^\"]*\"", "")
                .replaceAll("name=\"naam\" type=\"text\" value=\"[^\"]*\"", "");
    }

    private Page signIn(Person person, String passphrase) {
        site.clock.advance(Duration.ofSeconds(60));
        return site.attempt(site.browser(), person, passphrase, Totp.codeAt(person.totpSecret(), site.clock.instant()));
    }

    private static byte[] publicKey(Browser browser) {
        SessionSecret secret = SessionSecret.ofCookie(browser.cookies().get("__Host-wegwijzer"))
                .orElseThrow();
        return await(site.sessions.find(secret)).orElseThrow().pair().publicKey();
    }
}
