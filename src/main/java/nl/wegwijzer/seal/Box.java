package nl.wegwijzer.seal;

import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** Sealing a small secret to one person's public key: HPKE base mode, X25519-HKDF-SHA256-AES-256-GCM (RFC 9180). */
public final class Box {
    private static final int ENCAPSULATION_BYTES = 32;

    private Box() {}

    /**
     * Seals a secret so that only the holder of the private half can open it.
     *
     * @param publicKey 32 bytes, as from {@link BoxKeyPair#publicKey()}
     * @param place where the sealed secret belongs; it opens nowhere else
     * @return the encapsulated key followed by the ciphertext
     */
    public static byte[] seal(byte[] publicKey, AssociatedData place, byte[] secret) {
        HPKE hpke = suite();
        HPKEContextWithEncapsulation context = hpke.setupBaseS(hpke.deserializePublicKey(publicKey), place.bytes());
        try {
            byte[] ciphertext = context.seal(place.bytes(), secret);
            byte[] encapsulation = context.getEncapsulation();
            byte[] sealed = Arrays.copyOf(encapsulation, encapsulation.length + ciphertext.length);
            System.arraycopy(ciphertext, 0, sealed, encapsulation.length, ciphertext.length);
            return sealed;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("HPKE could not seal", e);
        }
    }

    /**
     * Opens what was sealed to this person for this place.
     *
     * @throws UnsealException when it was sealed to another, for another place, or was tampered with
     */
    public static byte[] open(BoxKeyPair person, AssociatedData place, byte[] sealed) {
        if (sealed.length <= ENCAPSULATION_BYTES) {
            throw new UnsealException("sealed box is too short");
        }
        HPKE hpke = suite();
        AsymmetricKeyParameter publicKey = hpke.deserializePublicKey(person.publicKey());
        AsymmetricCipherKeyPair keys = hpke.deserializePrivateKey(person.privateKey(), person.publicKey());
        try {
            HPKEContext context = hpke.setupBaseR(
                    Arrays.copyOf(sealed, ENCAPSULATION_BYTES),
                    new AsymmetricCipherKeyPair(publicKey, keys.getPrivate()),
                    place.bytes());
            return context.open(place.bytes(), Arrays.copyOfRange(sealed, ENCAPSULATION_BYTES, sealed.length));
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new UnsealException("sealed box does not open", e);
        }
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }
}
