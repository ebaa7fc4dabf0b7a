package nl.wegwijzer.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** What a page asks of the browser, in the JSON form of WebAuthn Level 3 (§5.1): bytes as base64url. */
final class PasskeyOptions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NAME = "Wegwijzer";

    private PasskeyOptions() {}

    /**
     * Asks for a new passkey. The device must ask for finger, face or PIN; it need not remember the account, so that no
     * name stays behind on it; who made it is not asked.
     *
     * @param known passkeys that must not be made a second time on the same device
     */
    static String create(RelyingParty place, byte[] challenge, Session session, String login, List<byte[]> known) {
        ObjectNode options = common(challenge);
        options.putObject("rp").put("id", place.id()).put("name", NAME);
        options.putObject("user")
                .put("id", text(PasskeyCeremony.userHandle(session.official())))
                .put("name", login)
                .put("displayName", session.name());
        ArrayNode kinds = options.putArray("pubKeyCredParams");
        PasskeyCeremony.ALGORITHMS.forEach(
                number -> kinds.addObject().put("type", "public-key").put("alg", number));
        options.putObject("authenticatorSelection")
                .put("residentKey", "discouraged")
                .put("requireResidentKey", false)
                .put("userVerification", "required");
        options.put("attestation", "none");
        options.set("excludeCredentials", descriptors(known));
        return options.toString();
    }

    /** Asks for the use of one of these passkeys. */
    static String get(RelyingParty place, byte[] challenge, List<byte[]> offered) {
        ObjectNode options = common(challenge);
        options.put("rpId", place.id()).put("userVerification", "required");
        options.set("allowCredentials", descriptors(offered));
        return options.toString();
    }

    private static ObjectNode common(byte[] challenge) {
        return JSON.createObjectNode().put("challenge", text(challenge)).put("timeout", PATIENCE.toMillis());
    }

    private static ArrayNode descriptors(List<byte[]> ids) {
        ArrayNode descriptors = JSON.createArrayNode();
        ids.forEach(id -> descriptors.addObject().put("type", "public-key").put("id", text(id)));
        return descriptors;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
