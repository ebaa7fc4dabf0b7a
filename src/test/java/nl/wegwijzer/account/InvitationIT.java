package nl.wegwijzer.account;

import static nl.wegwijzer.account.StaffSite.PASSPHRASE;
import static nl.wegwijzer.account.StaffSite.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.routing.OfficialRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationIT {
    private static StaffSite site;
    private static UUID board;
    private String login;
    private Administration.Created created;

    @BeforeAll
    static void open() {
        site = new StaffSite();
        site.router.get("/medewerker").handler(site.signedIn).handler(context -> context.end("binnen"));
        site.start();
        board = site.board();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void invite() {
        login = "l" + UUID.randomUUID();
        created = await(site.administration.createOfficial(
                new NewOfficial(board, login, "Sanne Bakker", "", "", List.of(), false)));
    }

    @Test
    void leadsToAnAccountThatWorksAndALinkThatDoesNot() {
        Browser browser = site.browser();
        Page page = browser.get(created.invitationPath());
        byte[] secret = secret(page);

        Page done = accept(browser, page, PASSPHRASE, code(secret));

        assertThat(done.status()).isEqualTo(303);
        assertThat(browser.get("/medewerker").body()).isEqualTo("binnen");
        assertThat(site.browser().get(created.invitationPath()).status()).isEqualTo(410);
        assertThat(accept(site.browser(), page, PASSPHRASE, code(secret)).status())
                .isEqualTo(410);

        Person sanne = new Person(created.official(), login, secret);
        assertThat(site.attempt(site.browser(), sanne, PASSPHRASE, code(secret)).status())
                .as("the code of the invitation can't be used again")
                .isEqualTo(401);
        site.signIn(sanne);
    }

    @Test
    void keepsTheSameSecretAfterAProblemSoThatNobodyScansTwice() {
        Browser browser = site.browser();
        Page page = browser.get(created.invitationPath());

        Page tooShort = accept(browser, page, "kort", code(secret(page)));
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.body()).contains("te kort");
        assertThat(secret(tooShort)).isEqualTo(secret(page));

        Page wrongCode = accept(browser, tooShort, PASSPHRASE, "123");
        assertThat(wrongCode.status()).isEqualTo(422);
        assertThat(wrongCode.body()).contains("klopt niet");
        assertThat(accept(browser, wrongCode, PASSPHRASE, code(secret(page))).status())
                .isEqualTo(303);
    }

    @Test
    void givesAFreshSecretWhenThePageWasOpenTooLongOrChanged() {
        Browser browser = site.browser();
        Page page = browser.get(created.invitationPath());

        Page changed = browser.post(
                created.invitationPath(),
                Map.of("wachtzin", PASSPHRASE, "wachtzin2", PASSPHRASE, "code", "123456", "bewijs", "onzin"));
        assertThat(changed.status()).isEqualTo(422);
        assertThat(secret(changed)).isNotEqualTo(secret(page));

        site.clock.advance(Duration.ofHours(3));
        Page stale = accept(browser, page, PASSPHRASE, code(secret(page)));
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body()).contains("te lang open");
    }

    @Test
    void endsAfterAWeekAndWhenANewOneIsMade() {
        String first = created.invitationPath();
        String second = await(site.administration.inviteAgain(login)).invitationPath();
        assertThat(site.browser().get(first).status()).isEqualTo(410);
        assertThat(site.browser().get(second).status()).isEqualTo(200);

        site.clock.advance(Duration.ofDays(7));
        assertThat(site.browser().get(second).status()).isEqualTo(410);
    }

    @Test
    void saysTheSameOfALinkThatNeverWas() {
        for (String token : List.of("x", "%00", "A".repeat(43), "A".repeat(2000))) {
            assertThat(site.browser().get("/medewerker/uitnodiging/" + token).status())
                    .as(token)
                    .isEqualTo(410);
        }
    }

    @Test
    void refusesWhatCantBeCreatedInWordsThatHelp() {
        NewOfficial again = new NewOfficial(board, login.toUpperCase(), "Iemand Anders", "", "", List.of(), false);
        assertThatThrownBy(() -> await(site.administration.createOfficial(again)))
                .isInstanceOf(AdministrationException.class)
                .hasMessageContaining("already");
        NewOfficial lost = new NewOfficial(
                board,
                "m" + UUID.randomUUID(),
                "Iemand Anders",
                "",
                "",
                List.of(new NewOfficial.Post("bestaat-niet", OfficialRole.CONTACTPERSOON)),
                false);
        assertThatThrownBy(() -> await(site.administration.createOfficial(lost)))
                .isInstanceOf(AdministrationException.class)
                .hasMessageContaining("bestaat-niet");
        NewOfficial boardless =
                new NewOfficial(UUID.randomUUID(), "m" + UUID.randomUUID(), "Iemand", "", "", List.of(), false);
        assertThatThrownBy(() -> await(site.administration.createOfficial(boardless)))
                .isInstanceOf(AdministrationException.class)
                .hasMessageContaining("board");
        assertThatThrownBy(() -> await(site.administration.inviteAgain("niemand-" + UUID.randomUUID())))
                .isInstanceOf(AdministrationException.class);
    }

    private Page accept(Browser browser, Page page, String passphrase, String code) {
        return browser.post(
                created.invitationPath(),
                Map.of("wachtzin", passphrase, "wachtzin2", passphrase, "code", code, "bewijs", page.hidden("bewijs")));
    }

    private static byte[] secret(Page page) {
        String groups = page.body().replaceAll("(?s).*class=\"secret\">([A-Z2-7 ]+)<.*", "$1");
        return Base32.decode(groups.replace(" ", ""));
    }

    private static String code(byte[] secret) {
        return Totp.codeAt(secret, site.clock.instant());
    }
}
