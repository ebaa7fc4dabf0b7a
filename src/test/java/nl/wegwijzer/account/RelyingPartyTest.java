package nl.wegwijzer.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelyingPartyTest {

    @ParameterizedTest
    @CsvSource({
        "https://melden.school.example, melden.school.example, https://melden.school.example",
        "https://Melden.School.Example:443/pad, melden.school.example, https://melden.school.example",
        "https://melden.school.example:8443, melden.school.example, https://melden.school.example:8443",
        "http://localhost:8080/, localhost, http://localhost:8080",
        "http://localhost, localhost, http://localhost"
    })
    void followsFromTheAddressThatPeopleType(URI address, String id, String origin) {
        assertThat(RelyingParty.of(address)).contains(new RelyingParty(id, origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://melden.school.example",
                "https://192.168.1.4",
                "https://[2001:db8::1]:8080",
                "http://127.0.0.1:8080",
                "ftp://localhost",
                "/pad"
            })
    void existsOnlyWhereBrowsersMakePasskeys(URI address) {
        assertThat(RelyingParty.of(address)).isEmpty();
    }

    @Test
    void isThisMachineForADemo() {
        assertThat(RelyingParty.localhost(8080)).isEqualTo(new RelyingParty("localhost", "http://localhost:8080"));
    }
}
