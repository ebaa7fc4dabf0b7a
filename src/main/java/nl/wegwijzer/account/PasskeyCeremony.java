package nl.wegwijzer.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks what a passkey says (WebAuthn Level 2, §7.1 and §7.2): kind, challenge, origin, place, presence, that the person
 * unlocked the device, signature and counter. It reads foreign CBOR and computes signatures: for workers only.
 */
final class PasskeyCeremony {
    /** Kinds of keys that are taken, by their COSE number, the best first. */
    static final List<Long> ALGORITHMS = List.of(
            COSEAlgorithmIdentifier.ES256.getValue(),
            COSEAlgorithmIdentifier.EdDSA.getValue(),
            COSEAlgorithmIdentifier.RS256.getValue());

    private static final List<PublicKeyCredentialParameters> TAKEN = ALGORITHMS.stream()
            .map(number -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    // who made the device is not asked, so an attestation has nothing to prove
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final byte[] nobodysKey = converter.getCborConverter().writeValueAsBytes(drawKey());

    /** What the browser hands over of a new passkey. */
    record Made(byte[] clientData, byte[] attestation) {}

    /**
     * What the browser hands over of a passkey that was used.
     *
     * @param userHandle whose it is, as the passkey itself remembers; empty when it does not
     */
    record Used(
            byte[] credentialId, byte[] clientData, byte[] authenticatorData, byte[] signature, byte[] userHandle) {}

    /**
     * What is kept of a passkey.
     *
     * @param publicKey COSE key in CBOR
     * @param signCount how often it says that it was used; zero when it doesn't count
     * @param syncs whether its maker may copy it to other devices
     */
    record Credential(byte[] id, byte[] publicKey, long signCount, boolean syncs) {}

    /** What came of a check. */
    sealed interface Verdict {
        /** It is this passkey, used by its owner, here and now. */
        record Right(long signCount) implements Verdict {}

        /** It is not. */
        record Wrong() implements Verdict {}

        /** It is this passkey by its signature, but it counts back: somebody may have a copy. */
        record CountsBack() implements Verdict {}
    }

    /** Returns what to keep of a new passkey; empty when it does not answer what was asked. */
    Optional<Credential> made(RelyingParty place, byte[] challenge, Made made) {
        try {
            AuthenticatorData<?> data = library.verify(
                            new RegistrationRequest(made.attestation(), made.clientData()),
                            new RegistrationParameters(server(place, challenge), TAKEN, true, true))
                    .getAttestationObject()
                    .getAuthenticatorData();
            AttestedCredentialData credential = data.getAttestedCredentialData();
            return Optional.of(new Credential(
                    credential.getCredentialId(),
                    converter.getCborConverter().writeValueAsBytes(credential.getCOSEKey()),
                    data.getSignCount(),
                    data.isFlagBE()));
        } catch (RuntimeException unfit) {
            // a reader of foreign bytes; whatever it stumbles over, this is not a passkey of ours
            return Optional.empty();
        }
    }

    /** Judges a passkey that was used against what is kept of it. */
    Verdict judge(RelyingParty place, byte[] challenge, UUID official, Credential known, Used used) {
        boolean owners =
                used.userHandle().length == 0 || MessageDigest.isEqual(used.userHandle(), userHandle(official));
        try {
            long signCount = library.verify(
                            new AuthenticationRequest(
                                    used.credentialId(), used.authenticatorData(), used.clientData(), used.signature()),
                            new AuthenticationParameters(
                                    server(place, challenge), record(known), List.of(known.id()), true, true))
                    .getAuthenticatorData()
                    .getSignCount();
            return owners ? new Verdict.Right(signCount) : new Verdict.Wrong();
        } catch (MaliciousCounterValueException copy) {
            return owners ? new Verdict.CountsBack() : new Verdict.Wrong();
        } catch (RuntimeException wrong) {
            return new Verdict.Wrong();
        }
    }

    /** Returns what stands in for a passkey that is not there: nothing is signed with it, and judging takes as long. */
    Credential nobodys(byte[] credentialId) {
        return new Credential(credentialId, nobodysKey, 0, false);
    }

    /** Returns the number by which a passkey remembers whose it is; it says nothing of the person. */
    static byte[] userHandle(UUID official) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(official.getMostSignificantBits())
                .putLong(official.getLeastSignificantBits())
                .array();
    }

    private static ServerProperty server(RelyingParty place, byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(place.origin()))
                .rpId(place.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private CredentialRecord record(Credential known) {
        COSEKey key = converter.getCborConverter().readValue(known.publicKey(), COSEKey.class);
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                known.syncs(),
                null,
                known.signCount(),
                new AttestedCredentialData(AAGUID.ZERO, known.id(), key),
                null,
                null,
                null,
                null);
    }

    private static COSEKey drawKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return EC2COSEKey.create(
                    (ECPublicKey) generator.generateKeyPair().getPublic(), COSEAlgorithmIdentifier.ES256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is missing from this Java runtime", e);
        }
    }
}
