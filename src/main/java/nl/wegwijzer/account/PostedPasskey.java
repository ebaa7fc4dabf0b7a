package nl.wegwijzer.account;

import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import nl.wegwijzer.page.Forms;

/** Reads what the browser posts of a passkey: bytes as base64url. What can't be read counts as empty, and fits nothing. */
final class PostedPasskey {
    private PostedPasskey() {}

    static PasskeyCeremony.Made made(RoutingContext context) {
        return new PasskeyCeremony.Made(bytes(context, "clientDataJSON"), bytes(context, "attestationObject"));
    }

    static PasskeyCeremony.Used used(RoutingContext context) {
        return new PasskeyCeremony.Used(
                bytes(context, "id"),
                bytes(context, "clientDataJSON"),
                bytes(context, "authenticatorData"),
                bytes(context, "signature"),
                bytes(context, "userHandle"));
    }

    private static byte[] bytes(RoutingContext context, String field) {
        try {
            return Base64.getUrlDecoder().decode(Forms.field(context, field));
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }
}
