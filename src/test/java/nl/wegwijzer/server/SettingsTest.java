package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String PASSKEYS = "WEGWIJZER_PASSKEY_URL";
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
}
