package nl.wegwijzer.account;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place that passkeys belong to. A passkey made for one place answers at no other, so that a copy of our pages
 * elsewhere gets nothing out of it.
 *
 * @param id host name that browsers bind a passkey to; another name makes every passkey useless
 * @param origin scheme, host and, when it is not the usual one, port
 */
public record RelyingParty(String id, String origin) {
    private static final String LOCALHOST = "localhost";
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*");

    /**
     * Reads an address that people type.
     *
     * @return empty when browsers know no passkeys there: without TLS (but on {@code localhost}), or on a bare IP address
     */
    public static Optional<RelyingParty> of(URI address) {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
        boolean safe = scheme.equals("https") || (scheme.equals("http") && host.equals(LOCALHOST));
        if (!safe || host.isEmpty() || NUMBERS.matcher(host).matches()) {
            return Optional.empty();
        }
        boolean usual = address.getPort() < 0 || address.getPort() == (scheme.equals("https") ? 443 : 80);
        return Optional.of(new RelyingParty(host, scheme + "://" + host + (usual ? "" : ":" + address.getPort())));
    }

    /** Returns this machine itself, for a demo and for trying out. */
    public static RelyingParty localhost(int port) {
        return new RelyingParty(LOCALHOST, "http://" + LOCALHOST + ":" + port);
    }
}
