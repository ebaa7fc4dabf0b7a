package nl.wegwijzer.account;

import static nl.wegwijzer.account.PasskeyDesk.ACCOUNT;
import static nl.wegwijzer.account.PasskeyDesk.MAKING;
import static nl.wegwijzer.account.PasskeyDesk.options;
import static nl.wegwijzer.account.StaffSite.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wegwijzer.account.Browser.Page;
import nl.wegwijzer.account.SoftPasskey.Setting;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.page.StaffTexts;
import nl.wegwijzer.routing.OfficialRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PasskeyEnrolmentIT {
    private static final StaffTexts TEXTS = StaffTexts.dutch();
    private static StaffSite site;
    private static PasskeyDesk desk;
    private Person sanne;
    private Browser browser;

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
    void someone() {
        site.clock.advance(Duration.ofMinutes(5));
        UUID board = site.board();
        sanne = site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, site.school(board));
        browser = site.signIn(sanne);
    }

    @Test
    void asksTheDeviceForItsOwnerAndNotForItsMaker() {
        JsonNode asked = SoftPasskey.read(options(desk.beginAdding(browser, "Laptop", PASSPHRASE)));

        assertThat(asked.at("/rp/id").asText()).isEqualTo("melden.example");
        assertThat(asked.at("/authenticatorSelection/userVerification").asText())
                .isEqualTo("required");
        assertThat(asked.at("/authenticatorSelection/residentKey").asText()).isEqualTo("discouraged");
        assertThat(asked.at("/attestation").asText()).isEqualTo("none");
        assertThat(asked.at("/user/name").asText()).isEqualTo(sanne.login());
        assertThat(asked.at("/challenge").asText()).hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void listsPasskeysByTheNamesTheirOwnerGave() {
        SoftPasskey laptop = SoftPasskey.fresh().countingTo(1);
        desk.add(browser, "Laptop van school", laptop);
        desk.add(browser, "  Mijn\ntelefoon \u202e ", SoftPasskey.fresh());
        assertThat(browser.get(ACCOUNT + "?gedaan=passkey").body()).contains(TEXTS.of("account.done.passkey"));

        desk.signIn(site.browser(), sanne, laptop);

        String page = browser.get(ACCOUNT).body();
        assertThat(page)
                .contains("Laptop van school", ">Mijn telefoon<", "Toegevoegd op 23 november 2026")
                .contains("Voor het laatst gebruikt op maandag 23 november", TEXTS.of("account.passkey.unused"));
        assertThat(removeButtons(page)).hasSize(2);
        Browser other = site.signIn(site.person(site.board(), "Piet Smit", OfficialRole.CONTACTPERSOON));
        assertThat(other.get(ACCOUNT).body()).contains(TEXTS.of("account.passkeys.none"));
    }

    @Test
    void asksForThePassphraseSinceAnOpenScreenIsNotEnough() {
        Page wrong = desk.beginAdding(browser, "Laptop", "een heel andere zin");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(TEXTS.of("account.wrong"), "value=\"Laptop\"")
                .doesNotContain("data-passkey-options");
        Page unnamed = desk.beginAdding(browser, " \u200b ", PASSPHRASE);
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.body()).contains(TEXTS.of("account.passkey.unnamed"));
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of("another origin", MAKING.at("https://evil.example")),
                Arguments.of("another place", MAKING.forPlace("evil.example")),
                Arguments.of("an answer to another question", MAKING.saying("webauthn.get")),
                Arguments.of("a frame on another site", MAKING.inAFrameOfAnotherSite()),
                Arguments.of("no finger, face or PIN", MAKING.withoutVerification()),
                Arguments.of("nobody there", MAKING.withNobodyPresent()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void takesNoPasskeyThatWasMadeElsewhereOrOtherwise(String lie, Setting setting) {
        Page asked = desk.beginAdding(browser, "Laptop", PASSPHRASE);

        Page refused =
                desk.finishAdding(browser, asked, "Laptop", SoftPasskey.fresh().create(options(asked), setting));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(TEXTS.of("account.passkey.unfit"), TEXTS.of("account.passkeys.none"));
    }

    @Test
    void takesAnAnswerOnceInTimeAndForItsOwnQuestion() {
        Page asked = desk.beginAdding(browser, "Laptop", PASSPHRASE);
        Map<String, String> made = SoftPasskey.fresh().create(options(asked), MAKING);
        assertThat(desk.finishAdding(browser, asked, "Laptop", made).status()).isEqualTo(303);

        assertThat(desk.finishAdding(browser, asked, "Laptop", made).body())
                .contains(TEXTS.of("account.passkey.stale"));
        Page next = desk.beginAdding(browser, "Laptop", PASSPHRASE);
        assertThat(desk.finishAdding(browser, next, "Laptop", made).body()).contains(TEXTS.of("account.passkey.unfit"));

        Page late = desk.beginAdding(browser, "Laptop", PASSPHRASE);
        site.clock.advance(PasskeyChallenges.LIFETIME);
        Page refused =
                desk.finishAdding(browser, late, "Laptop", SoftPasskey.fresh().create(options(late), MAKING));
        assertThat(refused.body()).contains(TEXTS.of("account.passkey.stale"));
        assertThat(removeButtons(browser.get(ACCOUNT).body())).hasSize(1);
    }

    @Test
    void takesAnAnswerOnlyInTheSessionThatAsked() {
        Page asked = desk.beginAdding(browser, "Laptop", PASSPHRASE);
        Map<String, String> made = SoftPasskey.fresh().create(options(asked), MAKING);
        Browser colleague = site.signIn(site.person(site.board(), "Piet Smit", OfficialRole.CONTACTPERSOON));
        Browser ownPhone = site.signIn(sanne);

        for (Browser other : List.of(colleague, ownPhone)) {
            assertThat(desk.finishAdding(other, asked, "Laptop", made).body())
                    .contains(TEXTS.of("account.passkey.stale"));
        }
        Page signIn = desk.begin(site.browser(), sanne);
        assertThat(desk.finishAdding(browser, signIn, "Laptop", made).body())
                .as("a question of a sign-in")
                .contains(TEXTS.of("account.passkey.stale"));
        assertThat(desk.finish(site.browser(), asked, SoftPasskey.fresh().get(options(asked)))
                        .body())
                .as("a question to add one, answered at the sign-in")
                .contains(TEXTS.of("step.stale"));
        assertThat(desk.finishAdding(browser, asked, "Laptop", made).status()).isEqualTo(303);
    }

    @Test
    void aKeyThatIsSomebodyElsesAlreadyIsNotTaken() {
        SoftPasskey shared = SoftPasskey.fresh();
        Browser colleague = site.signIn(site.person(site.board(), "Piet Smit", OfficialRole.CONTACTPERSOON));
        desk.add(colleague, "Telefoon", shared);

        Page asked = desk.beginAdding(browser, "Laptop", PASSPHRASE);
        Page refused = desk.finishAdding(browser, asked, "Laptop", shared.create(options(asked), MAKING));

        assertThat(refused.body()).contains(TEXTS.of("account.passkey.known"));
        assertThat(removeButtons(browser.get(ACCOUNT).body())).isEmpty();
    }

    @Test
    void namesTheKnownOnesSoThatNoDeviceMakesASecondAndStopsAtFive() {
        SoftPasskey first = SoftPasskey.fresh();
        desk.add(browser, "Passkey 1", first);
        Page asked = desk.beginAdding(browser, "Nog een", PASSPHRASE);
        assertThat(SoftPasskey.read(options(asked))
                        .at("/excludeCredentials/0/id")
                        .asText())
                .isEqualTo(first.name());
        for (int number = 2; number <= Passkeys.MOST; number++) {
            desk.add(browser, "Passkey " + number, SoftPasskey.fresh());
        }

        Page tooMany =
                desk.finishAdding(browser, asked, "Nog een", SoftPasskey.fresh().create(options(asked), MAKING));
        assertThat(tooMany.body()).contains(TEXTS.of("account.passkey.full"));
        assertThat(desk.beginAdding(browser, "Nog een", PASSPHRASE).body()).contains(TEXTS.of("account.passkey.full"));
        assertThat(desk.signIn(site.browser(), sanne, first).status()).isEqualTo(303);
    }

    @Test
    void removesOnlyOnesOwnAndTheCodeRemainsWhenTheLastIsGone() {
        SoftPasskey passkey = SoftPasskey.fresh();
        desk.add(browser, "Laptop", passkey);
        String id = removeButtons(browser.get(ACCOUNT).body()).get(0);
        Browser colleague = site.signIn(site.person(site.board(), "Piet Smit", OfficialRole.CONTACTPERSOON));
        for (String other : List.of(id, "geen id", "")) {
            colleague.post(
                    ACCOUNT + "/passkey/weg",
                    Map.of("bewijs", colleague.get(ACCOUNT).hidden("bewijs"), "passkey", other));
        }
        assertThat(desk.signIn(site.browser(), sanne, passkey).status()).isEqualTo(303);

        Page removed = browser.post(
                ACCOUNT + "/passkey/weg", Map.of("bewijs", browser.get(ACCOUNT).hidden("bewijs"), "passkey", id));

        assertThat(browser.get(removed.location()).body())
                .contains(TEXTS.of("account.done.passkey.weg"), TEXTS.of("account.passkeys.none"));
        assertThat(desk.signIn(site.browser(), sanne, passkey).status()).isEqualTo(401);
        assertThat(site.signIn(sanne).get(ACCOUNT).status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsWhatWasBeingAdded() {
        Page asked = desk.beginAdding(browser, "Laptop", PASSPHRASE);
        Map<String, String> cookies = Map.copyOf(browser.cookies());
        assertThat(browser.post(
                                "/medewerker/afmelden",
                                Map.of("bewijs", browser.get(ACCOUNT).hidden("bewijs")))
                        .status())
                .isEqualTo(200);
        browser.cookies().putAll(cookies);

        Map<String, String> made = SoftPasskey.fresh().create(options(asked), MAKING);
        assertThat(browser.post(ACCOUNT + "/passkey/gemaakt", made).status()).isEqualTo(403);
        assertThat(site.signIn(sanne).get(ACCOUNT).body()).contains(TEXTS.of("account.passkeys.none"));
    }

    @Test
    void strangersAddAndRemoveNothing() {
        for (String form : List.of("/passkey", "/passkey/gemaakt", "/passkey/weg")) {
            assertThat(site.browser().post(ACCOUNT + form, Map.of()).status())
                    .as(form)
                    .isEqualTo(403);
            assertThat(browser.post(ACCOUNT + form, Map.of("bewijs", "x")).status())
                    .as(form)
                    .isEqualTo(403);
        }
    }

    private static List<String> removeButtons(String page) {
        return Pattern.compile("name=\"passkey\" value=\"([0-9a-f]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
