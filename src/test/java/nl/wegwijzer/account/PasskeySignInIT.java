package nl.wegwijzer.account;

import static nl.wegwijzer.account.PasskeyDesk.offered;
import static nl.wegwijzer.account.PasskeyDesk.options;
import static nl.wegwijzer.account.StaffSite.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.SoftPasskey.Setting;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PasskeySignInIT {
    private static final StaffTexts TEXTS = StaffTexts.dutch();
    private static final String ACCOUNT = PasskeyDesk.ACCOUNT;
    private static StaffSite site;
    private static PasskeyDesk desk;
    private UUID board;
    private Person sanne;
    private SoftPasskey passkey;

    @BeforeAll
    static void open() {
        site = new StaffSite().start();
        desk = new PasskeyDesk(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void someoneWithAPasskey() {
        site.clock.advance(Duration.ofMinutes(5));
        board = site.board();
        sanne = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, site.school(board));
        passkey = SoftPasskey.fresh().countingTo(7);
        desk.add(site.signIn(sanne), "Laptop van school", passkey);
    }

    @Test
    void passphraseAndPasskeyLetTheRightPersonIn() throws SQLException {
        Browser browser = site.browser();

        Page asked = desk.begin(browser, sanne);
        Page done = desk.finish(browser, asked, passkey.get(options(asked)));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.setCookies()).isEmpty();
        assertThat(SoftPasskey.read(options(asked)).get("rpId").asText()).isEqualTo("melden.example");
        assertThat(SoftPasskey.read(options(asked)).get("userVerification").asText())
                .isEqualTo("required");
        assertThat(offered(asked)).contains(passkey.name());
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.location()).isEqualTo("/medewerker");
        assertThat(done.setCookies().get("__Host-wegwijzer"))
                .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Strict");
        assertThat(browser.get(ACCOUNT).status()).isEqualTo(200);
        assertThat(audited()).endsWith("account.aangemeld_met_passkey");
    }

    @Test
    void thePasskeyOpensTheSameKeysAsTheCode() {
        Browser withCode = site.signIn(sanne);
        Browser withPasskey = site.browser();
        desk.signIn(withPasskey, sanne, passkey);

        assertThat(publicKey(withPasskey)).isEqualTo(publicKey(withCode));
    }

    @Test
    void theCodeKeepsWorkingOnItsOwnPageAndAtTheSecondStep() {
        assertThat(site.signIn(sanne).get(ACCOUNT).status()).isEqualTo(200);

        Browser browser = site.browser();
        Page asked = desk.begin(browser, sanne);
        site.clock.advance(Duration.ofSeconds(60));
        String code = Totp.codeAt(sanne.totpSecret(), site.clock.instant());
        assertThat(desk.finish(browser, asked, Map.of("code", code)).status()).isEqualTo(303);

        Page again = desk.begin(browser, sanne);
        assertThat(desk.finish(browser, again, Map.of("code", code)).status())
                .as("a used code")
                .isEqualTo(401);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of("another origin", Setting.HONEST.at("https://melden.example.evil")),
                Arguments.of("the same host without TLS", Setting.HONEST.at("http://melden.example")),
                Arguments.of("another port", Setting.HONEST.at("https://melden.example:8443")),
                Arguments.of("another place", Setting.HONEST.forPlace("evil.example")),
                Arguments.of("an answer to another question", Setting.HONEST.saying("webauthn.create")),
                Arguments.of("a frame on another site", Setting.HONEST.inAFrameOfAnotherSite()),
                Arguments.of("no finger, face or PIN", Setting.HONEST.withoutVerification()),
                Arguments.of("nobody there", Setting.HONEST.withNobodyPresent()),
                Arguments.of("a passkey that suddenly syncs", Setting.HONEST.thatSyncs()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void aPasskeyThatWasUsedElsewhereOrOtherwiseIsRefused(String lie, Setting setting) {
        Browser browser = site.browser();
        Page asked = desk.begin(browser, sanne);

        assertRefused(desk.finish(browser, asked, passkey.get(options(asked), setting)));
        assertThat(desk.signIn(browser, sanne, passkey).status())
                .as("the honest way after it")
                .isEqualTo(303);
    }

    @Test
    void anAnswerWorksOnceAndForItsOwnQuestionOnly() {
        Browser browser = site.browser();
        Page asked = desk.begin(browser, sanne);
        Map<String, String> answer = passkey.get(options(asked));
        assertThat(desk.finish(browser, asked, answer).status()).isEqualTo(303);

        Page replayed = desk.finish(site.browser(), asked, answer);
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.body()).contains(TEXTS.of("step.stale"));
        assertThat(replayed.setCookies()).isEmpty();

        Browser thief = site.browser();
        assertRefused(desk.finish(thief, desk.begin(thief, sanne), answer));
    }

    @Test
    void aWrongAnswerUsesTheQuestionUpToo() {
        Browser browser = site.browser();
        Page asked = desk.begin(browser, sanne);
        assertRefused(desk.finish(browser, asked, passkey.impostor().get(options(asked))));

        Page second = desk.finish(browser, asked, passkey.get(options(asked)));
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.setCookies()).isEmpty();
    }

    @Test
    void ofTwoAnswersAtTheSameMomentOneComesTooLate() {
        Page asked = desk.begin(site.browser(), sanne);
        Map<String, String> answer = passkey.get(options(asked));

        List<CompletableFuture<Integer>> both = Stream.of(site.browser(), site.browser())
                .map(browser -> CompletableFuture.supplyAsync(
                        () -> desk.finish(browser, asked, answer).status(), command -> new Thread(command).start()))
                .toList();

        assertThat(both.stream()
                        .map(status -> status.orTimeout(30, TimeUnit.SECONDS).join()))
                .containsExactlyInAnyOrder(303, 401);
    }

    @Test
    void aQuestionIsTooOldAfterFiveMinutes() {
        Browser browser = site.browser();
        Page asked = desk.begin(browser, sanne);
        site.clock.advance(PasskeyChallenges.LIFETIME);

        Page late = desk.finish(browser, asked, passkey.get(options(asked)));

        assertThat(late.status()).isEqualTo(401);
        assertThat(late.body()).contains(TEXTS.of("step.stale"));
        assertThat(late.setCookies()).isEmpty();
    }

    @Test
    void aStrangersKeyIsRefusedUnderAnyName() {
        Browser browser = site.browser();
        Page first = desk.begin(browser, sanne);
        assertRefused(desk.finish(browser, first, SoftPasskey.fresh().get(options(first))));
        Page second = desk.begin(browser, sanne);
        assertRefused(desk.finish(browser, second, passkey.impostor().get(options(second))));
    }

    @Test
    void anotherOfficialsPasskeyDoesNotOpenThisAccount() {
        Person piet = site.person(board, "Piet Smit", OfficialRole.CONTACTPERSOON);
        SoftPasskey piets = SoftPasskey.fresh().countingTo(3);
        desk.add(site.signIn(piet), "Telefoon", piets);
        Browser browser = site.browser();

        Page asked = desk.begin(browser, sanne);
        assertRefused(desk.finish(browser, asked, piets.get(options(asked))));

        Page again = desk.begin(browser, sanne);
        passkey.rememberingWhoseItIs(PasskeyCeremony.userHandle(piet.id()));
        assertRefused(desk.finish(browser, again, passkey.get(options(again))));
        passkey.rememberingWhoseItIs(PasskeyCeremony.userHandle(sanne.id()));
        assertThat(desk.signIn(browser, sanne, passkey).status()).isEqualTo(303);
    }

    @Test
    void aCounterThatStandsStillOrGoesBackBetraysACopyAndIsAudited() throws SQLException {
        Browser browser = site.browser();
        assertThat(desk.signIn(browser, sanne, passkey).status()).isEqualTo(303);

        assertRefused(desk.signIn(browser, sanne, passkey.countingTo(7)));
        assertRefused(desk.signIn(browser, sanne, passkey.countingTo(3)));

        assertThat(audited())
                .endsWith(
                        "account.aangemeld_met_passkey",
                        "account.passkey_teller_terug",
                        "account.passkey_teller_terug");
        assertThat(desk.signIn(browser, sanne, passkey.countingTo(20)).status()).isEqualTo(303);
        assertThat(site.signIn(sanne).get(ACCOUNT).status()).as("the code").isEqualTo(200);
    }

    @Test
    void aWrongSignatureWithALowCounterIsNoSignOfACopy() throws SQLException {
        Browser browser = site.browser();
        assertRefused(desk.signIn(browser, sanne, passkey.impostor().countingTo(1)));

        assertThat(audited()).doesNotContain("account.passkey_teller_terug");
    }

    @Test
    void aPasskeyThatDoesNotCountMayBeUsedAgainAndAgain() {
        SoftPasskey uncounted = SoftPasskey.fresh();
        desk.add(site.signIn(sanne), "Telefoon", uncounted);

        for (int time = 0; time < 3; time++) {
            assertThat(desk.signIn(site.browser(), sanne, uncounted).status()).isEqualTo(303);
        }
    }

    @Test
    void aRemovedPasskeyIsRefusedEvenHalfWay() {
        Browser browser = site.browser();
        Page asked = desk.begin(browser, sanne);
        Browser own = site.signIn(sanne);
        Page account = own.get(ACCOUNT);
        String id = account.body().replaceAll("(?s).*name=\"passkey\" value=\"([0-9a-f]+)\".*", "$1");
        own.post(ACCOUNT + "/passkey/weg", Map.of("bewijs", account.hidden("bewijs"), "passkey", id));

        assertRefused(desk.finish(browser, asked, passkey.get(options(asked))));
        assertRefused(desk.signIn(browser, sanne, passkey));
    }

    @Test
    void theFirstStepTellsNobodyWhatWasRight() {
        Person without = site.person(board, "Kim Vos", OfficialRole.CONTACTPERSOON);
        Person nobody = new Person(UUID.randomUUID(), "n" + UUID.randomUUID(), new byte[0]);
        Browser browser = site.browser();

        Page right = desk.begin(browser, sanne);
        List<Page> others = List.of(
                desk.begin(browser, sanne.login(), "een heel andere zin"),
                desk.begin(browser, without),
                desk.begin(browser, nobody));

        assertThat(offered(right)).contains(passkey.name());
        for (Page other : others) {
            assertThat(other.status()).isEqualTo(right.status());
            assertThat(shape(other)).isEqualTo(shape(right));
            assertThat(other.setCookies()).isEmpty();
            assertThat(offered(other)).hasSameSizeAs(offered(right)).doesNotContain(passkey.name());
        }
    }

    @Test
    void theSameTryShowsTheSameNamesHoweverItIsTyped() {
        Browser browser = site.browser();
        for (String passphrase : List.of(PASSPHRASE, "de ﬁets van sanne")) {
            List<String> first = offered(desk.begin(browser, sanne.login(), passphrase));

            assertThat(offered(desk.begin(browser, sanne.login(), passphrase))).isEqualTo(first);
            assertThat(offered(desk.begin(
                            browser,
                            " " + sanne.login().toUpperCase(java.util.Locale.ROOT),
                            java.text.Normalizer.normalize(passphrase, java.text.Normalizer.Form.NFKC))))
                    .isEqualTo(first);
        }
        HashSet<String> all = new HashSet<>();
        for (String passphrase : List.of("eerste gok op goed geluk", "tweede gok op goed geluk")) {
            assertThat(all.addAll(offered(desk.begin(browser, sanne.login(), passphrase))))
                    .isTrue();
        }
        assertThat(all).hasSize(2 * Passkeys.MOST);
    }

    @Test
    void afterAWrongPassphraseNeitherPasskeyNorCodeOpensAnything() {
        Browser browser = site.browser();
        Page asked = desk.begin(browser, sanne.login(), "een heel andere zin");
        Page refused = desk.finish(browser, asked, passkey.get(options(asked)));
        assertRefused(refused);

        Page again = desk.begin(browser, sanne.login(), "een heel andere zin");
        site.clock.advance(Duration.ofSeconds(60));
        Page code = desk.finish(browser, again, Map.of("code", Totp.codeAt(sanne.totpSecret(), site.clock.instant())));
        assertRefused(code);

        Page right = desk.begin(browser, sanne);
        Page wrongPasskey = desk.finish(browser, right, passkey.impostor().get(options(right)));
        assertThat(List.of(code.body(), wrongPasskey.body()))
                .as("the same words")
                .containsOnly(refused.body());
    }

    @Test
    void everyFirstStepIsATryThatIsNotGivenBack() {
        CompletableFuture<Integer> refused = new CompletableFuture<>();
        for (int attempt = 0; attempt < 14; attempt++) {
            String passphrase = attempt % 2 == 0 ? PASSPHRASE : "gok nummer " + attempt;
            Map<String, String> typed = Map.of("naam", sanne.login(), "wachtzin", passphrase);
            CompletableFuture.supplyAsync(
                            () -> site.browser().post(PasskeyDesk.BEGIN, typed), command -> new Thread(command).start())
                    .thenAccept(page -> {
                        if (page.status() == 429) {
                            refused.complete(page.status());
                        }
                    });
        }

        assertThat(refused.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(429);
        assertThat(site.attempt(site.browser(), sanne, PASSPHRASE, "000000").status())
                .as("the page with the code waits in the same queue")
                .isEqualTo(429);
        site.clock.advance(Duration.ofMinutes(2));
    }

    @Test
    void anotherPassphraseEndsASignInHalfWay() {
        Browser browser = site.browser();
        Page asked = desk.begin(browser, sanne);
        Browser own = site.signIn(sanne);
        Page changed = own.post(
                ACCOUNT + "/wachtzin",
                Map.of(
                        "bewijs",
                        own.get(ACCOUNT).hidden("bewijs"),
                        "oud",
                        PASSPHRASE,
                        "wachtzin",
                        "wandelen door het dorp",
                        "wachtzin2",
                        "wandelen door het dorp"));
        assertThat(changed.status()).isEqualTo(303);

        assertThat(desk.finish(browser, asked, passkey.get(options(asked))).status())
                .isEqualTo(401);
        Page again = desk.begin(browser, sanne.login(), "wandelen door het dorp");
        assertThat(desk.finish(browser, again, passkey.get(options(again))).status())
                .as("the passkey stays")
                .isEqualTo(303);
    }

    @Test
    void aSecondStartLeavesNoPasskeyOfTheLostDeviceBehind() {
        Person renewed = SecondStart.of(site, sanne);
        Browser browser = site.browser();
        Page asked = desk.begin(browser, renewed);

        assertThat(offered(asked)).doesNotContain(passkey.name());
        assertRefused(desk.finish(browser, asked, passkey.get(options(asked))));
    }

    @Test
    void rubbishOpensNothing() {
        Browser browser = site.browser();
        for (String rubbish : List.of("", "x", "%00", "====", "A".repeat(40_000))) {
            Map<String, String> fields = new HashMap<>();
            List.of("id", "clientDataJSON", "authenticatorData", "signature", "userHandle")
                    .forEach(name -> fields.put(name, rubbish.length() > 9_000 ? "A".repeat(9_000) : rubbish));
            assertRefused(desk.finish(browser, desk.begin(browser, sanne), fields));
            assertThat(browser.post(PasskeyDesk.FINISH, Map.of("stap", rubbish)).status())
                    .isEqualTo(401);
        }
        assertThat(browser.post(PasskeyDesk.BEGIN, Map.of()).status()).isEqualTo(422);
        assertThat(browser.get(PasskeyDesk.BEGIN).location()).isEqualTo("/medewerker/aanmelden");
        assertThat(browser.get(PasskeyDesk.FINISH).location()).isEqualTo("/medewerker/aanmelden");
    }

    @Test
    void formsFromAnotherSiteAreRefused() {
        Page asked = desk.begin(site.browser(), sanne);
        Browser elsewhere = site.browser().onAnotherSite();

        assertThat(desk.begin(elsewhere, sanne).status()).isEqualTo(403);
        assertThat(desk.finish(elsewhere, asked, passkey.get(options(asked))).status())
                .isEqualTo(403);
    }

    @Test
    void theDatabaseAloneOpensNoSignInThatIsHalfWay() throws SQLException {
        Page asked = desk.begin(site.browser(), sanne);

        try (Connection owner = TestDatabase.shared().owner();
                PreparedStatement query = owner.prepareStatement(
                        "select encode(locked_keys, 'hex') from passkey_challenge where official_id = ?")) {
            query.setObject(1, sanne.id());
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1))
                        .isNotEmpty()
                        .doesNotContain(java.util.HexFormat.of().formatHex(sanne.totpSecret()));
                assertThat(row.next()).isFalse();
            }
        }
        assertThat(asked.body()).doesNotContain(java.util.Base64.getEncoder().encodeToString(sanne.totpSecret()));
    }

    @Test
    void questionsThatAreTooOldAreCleanedUp() throws SQLException {
        desk.begin(site.browser(), sanne);
        assertThat(waiting()).isPositive();

        site.clock.advance(PasskeyChallenges.LIFETIME);
        StaffSite.await(site.challenges.purge());

        assertThat(waiting()).isZero();
    }

    private static void assertRefused(Page page) {
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains(TEXTS.of("step.wrong"));
        assertThat(page.setCookies()).isEmpty();
    }

    /** A page without what is drawn anew each time. */
    private static String shape(Page page) {
        return page.body()
                .replaceAll("name=\"stap\" value=\"[^\"]{43}\"", "")
                .replaceAll("data-passkey-options=\"[^\"]*\"", "");
    }

    private static byte[] publicKey(Browser browser) {
        SessionSecret secret = SessionSecret.ofCookie(browser.cookies().get("__Host-wegwijzer"))
                .orElseThrow();
        return StaffSite.await(site.sessions.find(secret)).orElseThrow().pair().publicKey();
    }

    private List<String> audited() throws SQLException {
        List<String> actions = new ArrayList<>();
        try (Connection owner = TestDatabase.shared().owner();
                PreparedStatement query =
                        owner.prepareStatement("select action from audit where subject = ? order by entry")) {
            query.setObject(1, sanne.id());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    actions.add(rows.getString(1));
                }
            }
        }
        return actions;
    }

    private long waiting() throws SQLException {
        try (Connection owner = TestDatabase.shared().owner();
                PreparedStatement query =
                        owner.prepareStatement("select count(*) from passkey_challenge where official_id = ?")) {
            query.setObject(1, sanne.id());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
