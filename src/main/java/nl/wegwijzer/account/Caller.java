package nl.wegwijzer.account;

import io.vertx.core.http.Cookie;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/**
 * Where a try comes from; it is hashed in memory and forgotten.
 *
 * @param address of the client, of IPv6 only the half that names the network: a device draws the other half as it likes
 * @param deviceCookie as the browser sent it, empty for none
 */
record Caller(String address, String deviceCookie) {
    private static final int IPV6_NETWORK_GROUPS = 4;

    static Caller of(RoutingContext context) {
        return new Caller(
                network(context.request().remoteAddress()),
                Optional.ofNullable(context.request().getCookie(StaffCookies.DEVICE))
                        .map(Cookie::getValue)
                        .orElse(""));
    }

    private static String network(SocketAddress address) {
        String host = Optional.ofNullable(address.hostAddress()).orElse("");
        String[] groups = host.split(":", -1);
        return groups.length <= IPV6_NETWORK_GROUPS
                ? host
                : String.join(":", List.of(groups).subList(0, IPV6_NETWORK_GROUPS));
    }

    @Override
    public String toString() {
        return "Caller[redacted]";
    }
}
