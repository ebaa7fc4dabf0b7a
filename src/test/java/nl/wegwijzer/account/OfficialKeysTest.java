package nl.wegwijzer.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import nl.wegwijzer.seal.UnsealException;
import org.junit.jupiter.api.Test;

class OfficialKeysTest {
    private static final UUID SARA = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID OMAR = UUID.fromString("00000000-0000-4000-8000-000000000002");

    @Test
    void openWithThePassphraseThatLockedThem() {
        OfficialKeys keys = OfficialKeys.generate();

        OfficialKeys opened = OfficialKeys.unlock("een rustige zin", SARA, keys.lock("een rustige zin", SARA));

        assertThat(opened.bytes()).isEqualTo(keys.bytes());
        assertThat(opened.pair().publicKey()).isEqualTo(keys.pair().publicKey());
    }

    @Test
    void stayShutForAnotherPassphraseAndInAnotherAccount() {
        byte[] locked = OfficialKeys.generate().lock("een rustige zin", SARA);

        assertThatThrownBy(() -> OfficialKeys.unlock("een andere zin", SARA, locked))
                .isInstanceOf(UnsealException.class);
        assertThatThrownBy(() -> OfficialKeys.unlock("een rustige zin", OMAR, locked))
                .isInstanceOf(UnsealException.class);
    }

    @Test
    void openWithTheRecoveryCodeHoweverItWasTyped() {
        OfficialKeys keys = OfficialKeys.generate();
        RecoveryCode code = RecoveryCode.generate();
        byte[] locked = keys.lock(code.text(), SARA);
        String typed = code.printed().toLowerCase().replace("o", "0").replace("i", "1");

        OfficialKeys opened = OfficialKeys.unlock(RecoveryCode.typed(typed).text(), SARA, locked);

        assertThat(opened.bytes()).isEqualTo(keys.bytes());
    }

    @Test
    void areNeverPrinted() {
        assertThat(OfficialKeys.generate()).hasToString("OfficialKeys[redacted]");
        assertThat(RecoveryCode.generate()).hasToString("RecoveryCode[redacted]");
    }

    @Test
    void recoveryCodesSurviveTheirBytes() {
        RecoveryCode code = RecoveryCode.generate();

        assertThat(code.text()).hasSize(24);
        assertThat(RecoveryCode.ofBytes(code.bytes())).isEqualTo(code);
        assertThat(code.printed()).matches("([A-Z2-7]{4} ){5}[A-Z2-7]{4}");
    }
}
