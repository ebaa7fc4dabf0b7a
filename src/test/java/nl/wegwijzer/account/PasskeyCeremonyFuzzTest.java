package nl.wegwijzer.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Whatever a browser sends, a passkey that was not made or used here and now is refused, and nothing is thrown. */
class PasskeyCeremonyFuzzTest {
    private static final UUID SANNE = new UUID(1, 2);
    private static final byte[] CHALLENGE = new byte[32];
    private static final String OPTIONS =
            "{\"challenge\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(CHALLENGE) + "\"}";
    private static final PasskeyCeremony CEREMONY = new PasskeyCeremony();
    private static final SoftPasskey PASSKEY = SoftPasskey.fresh().countingTo(1);
    private static final Map<String, String> MADE = PASSKEY.create(OPTIONS, PasskeyDesk.MAKING);
    private static final PasskeyCeremony.Credential KNOWN =
            CEREMONY.made(StaffSite.PLACE, CHALLENGE, made(MADE)).orElseThrow();

    @FuzzTest(maxDuration = "30s")
    void refusesWhateverIsNotAPasskey(FuzzedDataProvider data) {
        byte[] attestation = changed(data, bytes(MADE, "attestationObject"));
        byte[] client = data.consumeBoolean() ? bytes(MADE, "clientDataJSON") : data.consumeBytes(300);

        CEREMONY.made(StaffSite.PLACE, CHALLENGE, new PasskeyCeremony.Made(client, attestation));
    }

    @FuzzTest(maxDuration = "30s")
    void acceptsNoChangedAnswer(FuzzedDataProvider data) {
        Map<String, String> used = PASSKEY.countingTo(7).get(OPTIONS);
        byte[] authenticator = changed(data, bytes(used, "authenticatorData"));
        byte[] client = changed(data, bytes(used, "clientDataJSON"));
        boolean same = java.util.Arrays.equals(authenticator, bytes(used, "authenticatorData"))
                && java.util.Arrays.equals(client, bytes(used, "clientDataJSON"));

        PasskeyCeremony.Verdict verdict = CEREMONY.judge(
                StaffSite.PLACE,
                CHALLENGE,
                SANNE,
                KNOWN,
                new PasskeyCeremony.Used(KNOWN.id(), client, authenticator, bytes(used, "signature"), new byte[0]));

        assertThat(verdict)
                .isInstanceOf(same ? PasskeyCeremony.Verdict.Right.class : PasskeyCeremony.Verdict.Wrong.class);
    }

    /** The honest bytes with a piece replaced, or left out, or something else altogether. */
    private static byte[] changed(FuzzedDataProvider data, byte[] honest) {
        if (data.consumeBoolean()) {
            return data.consumeBytes(400);
        }
        int from = data.consumeInt(0, honest.length);
        int to = data.consumeInt(from, honest.length);
        byte[] piece = data.consumeBytes(40);
        byte[] changed = new byte[from + piece.length + honest.length - to];
        System.arraycopy(honest, 0, changed, 0, from);
        System.arraycopy(piece, 0, changed, from, piece.length);
        System.arraycopy(honest, to, changed, from + piece.length, honest.length - to);
        return changed;
    }

    private static PasskeyCeremony.Made made(Map<String, String> fields) {
        return new PasskeyCeremony.Made(bytes(fields, "clientDataJSON"), bytes(fields, "attestationObject"));
    }

    private static byte[] bytes(Map<String, String> fields, String name) {
        return Base64.getUrlDecoder().decode(fields.get(name));
    }
}
