package nl.wegwijzer.account;

import static nl.wegwijzer.account.StaffSite.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnAccountIT {
    private static final String ACCOUNT = "/medewerker/account";
    private static final String NEW_PASSPHRASE = "wandelen door het dorp";
    private static final StaffTexts TEXTS = StaffTexts.dutch();
    private static StaffSite site;
    private Person sanne;

    @BeforeAll
    static void open() {
        site = new StaffSite().start();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void someone() {
        UUID board = site.board();
        sanne = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, site.school(board));
    }

    @Test
    void anotherPassphraseLocksTheSameKeysAndEndsTheOtherSessions() throws SQLException {
        Browser phone = site.signIn(sanne);
        Browser desk = site.signIn(sanne);
        String publicKey = column("public_key");
        String recovery = column("recovery_keys");

        Page changed = change(desk, PASSPHRASE, NEW_PASSPHRASE, NEW_PASSPHRASE);

        assertThat(changed.location()).isEqualTo(ACCOUNT + "?gedaan=wachtzin");
        assertThat(desk.get(changed.location()).body()).contains(TEXTS.of("account.done.wachtzin"));
        assertThat(phone.get(ACCOUNT).status()).isEqualTo(303);
        assertThat(column("public_key")).isEqualTo(publicKey);
        assertThat(column("recovery_keys")).isEqualTo(recovery);
        assertThat(signInWith(PASSPHRASE).status()).isEqualTo(401);
        assertThat(signInWith(NEW_PASSPHRASE).status()).isEqualTo(303);
    }

    @Test
    void anOpenScreenAloneChangesNothing() throws SQLException {
        Browser desk = site.signIn(sanne);
        String locked = column("locked_keys");
        String recovery = column("recovery_keys");

        Page passphrase = change(desk, "een heel andere zin", NEW_PASSPHRASE, NEW_PASSPHRASE);
        Page code = newRecoveryCode(desk, "een heel andere zin");

        assertThat(passphrase.status()).isEqualTo(422);
        assertThat(passphrase.body()).contains(TEXTS.of("account.wrong"));
        assertThat(code.status()).isEqualTo(422);
        assertThat(column("locked_keys")).isEqualTo(locked);
        assertThat(column("recovery_keys")).isEqualTo(recovery);
    }

    @Test
    void guessingThePassphraseAtAnOpenScreenIsSlowedDownLikeSigningIn() {
        Browser desk = site.signIn(sanne);
        String proof = desk.get(ACCOUNT).hidden("bewijs");
        CompletableFuture<Integer> refused = new CompletableFuture<>();

        for (int attempt = 0; attempt < 14; attempt++) {
            Map<String, String> guess = Map.of("bewijs", proof, "wachtzin", "gok nummer " + attempt);
            CompletableFuture.supplyAsync(
                            () -> desk.post(ACCOUNT + "/herstelcode", guess), command -> new Thread(command).start())
                    .thenAccept(page -> {
                        if (page.status() == 429) {
                            refused.complete(page.status());
                        }
                    });
        }

        assertThat(refused.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(429);
    }

    @Test
    void aPassphraseThatIsShortOrDiffersIsNotTaken() {
        Browser desk = site.signIn(sanne);

        assertThat(change(desk, PASSPHRASE, "kort", "kort").body()).contains(TEXTS.of("invite.short"));
        assertThat(change(desk, PASSPHRASE, NEW_PASSPHRASE, NEW_PASSPHRASE + "!")
                        .body())
                .contains(TEXTS.of("invite.differs"));
        assertThat(change(desk, PASSPHRASE, "sanne bakker", "sanne bakker").body())
                .contains(TEXTS.of("invite.own_name"));
        assertThat(signInWith(PASSPHRASE).status()).isEqualTo(303);
    }

    @Test
    void aNewRecoveryCodeIsShownOnceAndOpensTheSameKeys() throws SQLException {
        Browser desk = site.signIn(sanne);

        Page page = newRecoveryCode(desk, PASSPHRASE);

        assertThat(page.status()).isEqualTo(200);
        String code = recoveryCode(page);
        OfficialKeys byCode = OfficialKeys.unlock(
                RecoveryCode.typed(code).text(),
                sanne.id(),
                HexFormat.of().parseHex(column("recovery_keys").substring(2)));
        assertThat(column("public_key"))
                .isEqualTo("\\x" + HexFormat.of().formatHex(byCode.pair().publicKey()));
        assertThat(desk.get(ACCOUNT).body()).doesNotContain(code);
    }

    @Test
    void listsOwnSessionsAndEndsOneOfThem() {
        Browser phone = site.signIn(sanne);
        Browser desk = site.signIn(sanne);
        Person colleague = site.person(site.board(), "Piet Smit", OfficialRole.CONTACTPERSOON);
        Browser other = site.signIn(colleague);

        Page page = desk.get(ACCOUNT);
        String phoneId = sessionButtons(page);
        desk.post(ACCOUNT + "/sessie", Map.of("bewijs", page.hidden("bewijs"), "sessie", phoneId));

        assertThat(phone.get(ACCOUNT).status()).isEqualTo(303);
        assertThat(desk.get(ACCOUNT).status()).isEqualTo(200);

        String otherPhone = sessionButtons(colleaguePage(colleague));
        desk.post(ACCOUNT + "/sessie", Map.of("bewijs", page.hidden("bewijs"), "sessie", otherPhone));
        desk.post(ACCOUNT + "/sessie", Map.of("bewijs", page.hidden("bewijs"), "sessie", "geen sessie"));
        assertThat(other.get(ACCOUNT).status()).isEqualTo(200);
    }

    @Test
    void signsOutEverywhereFromThePageAndFromEveryPagesHeader() {
        Browser phone = site.signIn(sanne);
        Browser desk = site.signIn(sanne);
        Page page = desk.get(ACCOUNT);
        assertThat(page.body()).contains("action=\"/medewerker/afmelden\"").doesNotContain("/medewerker/uit\"");

        desk.post("/medewerker/afmelden", Map.of("bewijs", page.hidden("bewijs"), "overal", "ja"));

        assertThat(phone.get(ACCOUNT).status()).isEqualTo(303);
        assertThat(desk.get(ACCOUNT).status()).isEqualTo(303);
    }

    @Test
    void asksStrangersToSignInFirst() {
        assertThat(site.browser().get(ACCOUNT).location()).isEqualTo("/medewerker/aanmelden");
        for (String form : new String[] {"/wachtzin", "/herstelcode", "/sessie"}) {
            assertThat(site.browser().post(ACCOUNT + form, Map.of()).status())
                    .as(form)
                    .isEqualTo(403);
        }
    }

    /** What the colleague sees on a second device: the button that would end the first. */
    private Page colleaguePage(Person colleague) {
        return site.signIn(colleague).get(ACCOUNT);
    }

    private static String sessionButtons(Page page) {
        return Pattern.compile("name=\"sessie\" value=\"([0-9a-f]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .reduce((one, two) -> {
                    throw new AssertionError("more than one other session");
                })
                .orElseThrow();
    }

    static String recoveryCode(Page page) {
        MatchResult code = Pattern.compile("<p class=\"recovery\"><code>([A-Z2-7 ]+)</code>")
                .matcher(page.body())
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code in " + page.body()));
        return code.group(1);
    }

    private static Page change(Browser browser, String old, String passphrase, String repeated) {
        return browser.post(
                ACCOUNT + "/wachtzin",
                Map.of(
                        "bewijs", browser.get(ACCOUNT).hidden("bewijs"),
                        "oud", old,
                        "wachtzin", passphrase,
                        "wachtzin2", repeated));
    }

    private static Page newRecoveryCode(Browser browser, String passphrase) {
        return browser.post(
                ACCOUNT + "/herstelcode",
                Map.of("bewijs", browser.get(ACCOUNT).hidden("bewijs"), "wachtzin", passphrase));
    }

    private Page signInWith(String passphrase) {
        site.clock.advance(Duration.ofSeconds(60));
        return site.attempt(site.browser(), sanne, passphrase, Totp.codeAt(sanne.totpSecret(), site.clock.instant()));
    }

    private String column(String name) throws SQLException {
        try (Connection owner = TestDatabase.shared().owner();
                PreparedStatement query =
                        owner.prepareStatement("select " + name + "::text from official where official_id = ?")) {
            query.setObject(1, sanne.id());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
