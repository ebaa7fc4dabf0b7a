package nl.wegwijzer.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] STORY = "ze wachten me op bij de fietsenstalling".getBytes(StandardCharsets.UTF_8);
    private static final AssociatedData HERE = AssociatedData.of("item", 1);
    private static final AssociatedData THERE = AssociatedData.of("item", 2);

    @Test
    void contentOpensOnlyWithItsKeyAndAtItsPlace() {
        ContentKey key = ContentKey.generate();
        byte[] sealed = key.encrypt(HERE, STORY);

        assertThat(key.decrypt(HERE, sealed)).isEqualTo(STORY);
        assertThatThrownBy(() -> key.decrypt(THERE, sealed)).isInstanceOf(UnsealException.class);
        assertThatThrownBy(() -> ContentKey.generate().decrypt(HERE, sealed)).isInstanceOf(UnsealException.class);
    }

    @Test
    void everyTamperedByteIsNoticed() {
        ContentKey key = ContentKey.generate();
        byte[] sealed = key.encrypt(HERE, STORY);

        for (int i = 0; i < sealed.length; i++) {
            byte[] tampered = sealed.clone();
            tampered[i] ^= 1;
            assertThatThrownBy(() -> key.decrypt(HERE, tampered)).isInstanceOf(UnsealException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> key.decrypt(HERE, cut)).isInstanceOf(UnsealException.class);
        }
    }

    @Test
    void theSameContentNeverLooksTheSameTwice() {
        ContentKey key = ContentKey.generate();

        assertThat(key.encrypt(HERE, STORY)).isNotEqualTo(key.encrypt(HERE, STORY));
    }

    @Test
    void aBoxOpensOnlyForThePersonItWasSealedTo() {
        BoxKeyPair carla = BoxKeyPair.generate();
        BoxKeyPair chris = BoxKeyPair.generate();
        byte[] sealed = Box.seal(carla.publicKey(), HERE, STORY);

        assertThat(Box.open(carla, HERE, sealed)).isEqualTo(STORY);
        assertThatThrownBy(() -> Box.open(chris, HERE, sealed)).isInstanceOf(UnsealException.class);
        assertThatThrownBy(() -> Box.open(carla, THERE, sealed)).isInstanceOf(UnsealException.class);
    }

    @Test
    void aTamperedOrCutBoxDoesNotOpen() {
        BoxKeyPair carla = BoxKeyPair.generate();
        byte[] sealed = Box.seal(carla.publicKey(), HERE, STORY);

        for (int i = 0; i < sealed.length; i += 3) {
            byte[] tampered = sealed.clone();
            tampered[i] ^= 4;
            assertThatThrownBy(() -> Box.open(carla, HERE, tampered)).isInstanceOf(UnsealException.class);
            byte[] cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> Box.open(carla, HERE, cut)).isInstanceOf(UnsealException.class);
        }
    }

    @Test
    void aRestoredKeyPairOpensWhatTheOriginalWasSent() {
        BoxKeyPair els = BoxKeyPair.generate();
        byte[] sealed = Box.seal(els.publicKey(), HERE, STORY);

        assertThat(Box.open(BoxKeyPair.ofPrivateKey(els.privateKey()), HERE, sealed))
                .isEqualTo(STORY);
    }

    @Test
    void aLockOpensOnlyWithItsPassphrase() {
        byte[] secret = Randomness.bytes(52);
        byte[] locked = PassphraseLock.lock("vier oude fietsen in de regen", HERE, secret);

        assertThat(PassphraseLock.unlock("vier oude fietsen in de regen", HERE, locked))
                .isEqualTo(secret);
        assertThatThrownBy(() -> PassphraseLock.unlock("vier oude fietsen in de zon", HERE, locked))
                .isInstanceOf(UnsealException.class);
        assertThatThrownBy(() -> PassphraseLock.unlock("vier oude fietsen in de regen", THERE, locked))
                .isInstanceOf(UnsealException.class);
    }

    @Test
    void aReceiptLeadsToTheSameKeysOnlyAtItsOwnSchoolAndDeployment() {
        UUID school = UUID.fromString("11111111-1111-4111-8111-111111111111");
        UUID other = UUID.fromString("22222222-2222-4222-8222-222222222222");
        byte[] pepper = Randomness.bytes(32);
        ReceiptKeys keys = ReceiptKeys.derive("blije tijger snelle fiets warme trui", school, pepper);

        ReceiptKeys again = ReceiptKeys.derive("blije tijger snelle fiets warme trui", school, pepper);
        assertThat(again.lookupId()).isEqualTo(keys.lookupId());
        assertThat(again.keyPair().publicKey()).isEqualTo(keys.keyPair().publicKey());
        assertThat(ReceiptKeys.derive("blije tijger snelle fiets warme trui", other, pepper)
                        .lookupId())
                .isNotEqualTo(keys.lookupId());
        assertThat(ReceiptKeys.derive("blije tijger snelle fiets warme trui", school, Randomness.bytes(32))
                        .lookupId())
                .isNotEqualTo(keys.lookupId());
        assertThat(keys.lookupId()).isNotEqualTo(keys.keyPair().privateKey());
    }

    @Test
    void nothingSecretPrints() {
        assertThat(ContentKey.generate().toString() + BoxKeyPair.generate()).doesNotContainPattern("[0-9a-f]{8}");
    }

    @Test
    void placesWithTheSameLettersButOtherPartsDiffer() {
        assertThat(AssociatedData.of("ab", "c").bytes())
                .isNotEqualTo(AssociatedData.of("a", "bc").bytes());
    }
}
