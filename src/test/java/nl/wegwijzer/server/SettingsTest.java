package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String PASSKEYS = "WEGWIJZER_PASSKEY_URL";
    private static final String STAFF_PORT = "WEGWIJZER_STAFF_PORT";
    private static final String STAFF_URL = "WEGWIJZER_STAFF_URL";
    private static final String PUBLIC = "WEGWIJZER_PUBLIC_URL";

    @Test
    void passkeysBelongToThisMachineUntilThereIsAnAddress() {
        assertThat(Settings.of(Map.of()).relyingParty(8080).origin()).isEqualTo("http://localhost:8080");
        assertThat(Settings.of(Map.of(PUBLIC, "http://192.168.1.4:8080"))
                        .relyingParty(8080)
                        .id())
                .isEqualTo("localhost");
    }

    @Test
    void passkeysBelongToThePublicAddressUnlessOfficialsHaveAnother() {
        Map<String, String> one = Map.of(PUBLIC, "https://melden.school.example");
        Map<String, String> both =
                Map.of(PUBLIC, "https://melden.school.example", PASSKEYS, "https://team.school.example");

        assertThat(Settings.of(one).relyingParty(8080).id()).isEqualTo("melden.school.example");
        assertThat(Settings.of(both).withPort(0).withDemo().relyingParty(0).origin())
                .isEqualTo("https://team.school.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://melden.school.example", "https://10.0.0.1", "melden.school.example", ""})
    void anAddressWhereBrowsersMakeNoPasskeysStopsTheStart(String address) {
        assertThatThrownBy(() -> Settings.of(Map.of(PASSKEYS, address)))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(PASSKEYS);
    }

    @Test
    void linksForOfficialsBeginWithTheAddressOfTheirSide() {
        assertThat(Settings.of(Map.of()).staffBase()).isEqualTo("http://127.0.0.1:8080");
        assertThat(Settings.of(Map.of(PUBLIC, "https://melden.school.example/")).staffBase())
                .isEqualTo("https://melden.school.example");
        assertThat(Settings.of(Map.of(PUBLIC, "https://melden.school.example", STAFF_PORT, "8090"))
                        .staffBase())
                .isEqualTo("http://127.0.0.1:8090");
        assertThat(Settings.of(Map.of(
                                PUBLIC,
                                "https://melden.school.example",
                                STAFF_PORT,
                                "8090",
                                STAFF_URL,
                                "https://team.school.example"))
                        .staffBase())
                .isEqualTo("https://team.school.example");
    }

    @Test
    void passkeysOfOfficialsWithASideOfTheirOwnBelongThere() {
        Map<String, String> apart = Map.of(PUBLIC, "https://melden.school.example", STAFF_PORT, "8090");

        assertThat(Settings.of(apart).relyingParty(8090).origin()).isEqualTo("http://localhost:8090");
        assertThat(Settings.of(Map.of(STAFF_PORT, "8090", STAFF_URL, "https://team.school.example"))
                        .relyingParty(8090)
                        .id())
                .isEqualTo("team.school.example");
    }

    @Test
    void officialsListenWhereReportersDoUnlessTheyHaveAnotherAddress() {
        assertThat(Settings.of(Map.of()).staff()).isEmpty();
        assertThat(Settings.of(Map.of("WEGWIJZER_HOST", "10.0.0.4", STAFF_PORT, "8090"))
                        .withDemo()
                        .withPort(0)
                        .staff())
                .contains(new Settings.Staff("10.0.0.4", 8090, Optional.empty()));
        assertThat(Settings.of(Map.of(STAFF_PORT, "8080", "WEGWIJZER_STAFF_HOST", "10.0.0.5"))
                        .staff())
                .contains(new Settings.Staff("10.0.0.5", 8080, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEGWIJZER_STAFF_HOST", STAFF_URL})
    void aSideOfTheirOwnWithoutAPortStopsTheStart(String name) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, "https://team.school.example")))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(STAFF_PORT);
    }

    @Test
    void twoSidesAtOneAddressStopTheStart() {
        for (Map<String, String> shared : List.of(
                Map.of("WEGWIJZER_PORT", "8081"),
                Map.of(STAFF_PORT, "8080"),
                Map.of(STAFF_PORT, "8081"),
                Map.of("WEGWIJZER_HOST", "LocalHost", STAFF_PORT, "8080", "WEGWIJZER_STAFF_HOST", "localhost"))) {
            assertThatThrownBy(() -> Node.start(Settings.of(shared)))
                    .as(shared.toString())
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("PORT");
        }
        Settings.of(Map.of(STAFF_PORT, "8080", "WEGWIJZER_STAFF_HOST", "127.0.0.2"))
                .requireApart();
        Settings.of(Map.of(STAFF_PORT, "0")).withPort(0).withManagementPort(0).requireApart();
    }
}
