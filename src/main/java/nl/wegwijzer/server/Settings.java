package nl.wegwijzer.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.wegwijzer.account.RelyingParty;

/**
 * What can be set from outside: environment variables {@code WEGWIJZER_*}, each overruled by its option on the command
 * line.
 *
 * @param host address on which the pages are served
 * @param port port of the pages; 0 picks a free one
 * @param managementHost address of health and metrics
 * @param managementPort port of health and metrics; 0 picks a free one
 * @param staff where officials are served when they have a side of their own; empty when both share one address
 * @param dataDirectory where the embedded database and the secrets are kept
 * @param databaseUrl a PostgreSQL server to use instead of the embedded one
 * @param secretsFile the deployment's form keys and pepper, the same on every node
 * @param publicUrl the address people type; {@code https} switches on HSTS
 * @param passkeyAddress where officials use passkeys, when that is not the public address
 * @param demo whether to fill an empty database with a demo board and show its sign-ins
 */
public record Settings(
        String host,
        int port,
        String managementHost,
        int managementPort,
        Optional<Staff> staff,
        Path dataDirectory,
        Optional<URI> databaseUrl,
        Path secretsFile,
        Optional<URI> publicUrl,
        Optional<URI> passkeyAddress,
        boolean demo) {

    /**
     * The officials' side.
     *
     * @param host address on which it is served
     * @param port its port; 0 picks a free one
     * @param url the address officials type, where links and passkeys of theirs belong
     */
    record Staff(String host, int port, Optional<URI> url) {}

    /** Every variable, its default and what it is for; {@code serve --help} prints this. */
    static final Map<String, String> VARIABLES = variables();

    private static final String PREFIX = "WEGWIJZER_";

    private static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("WEGWIJZER_HOST", "address for the pages (default 127.0.0.1)");
        variables.put("WEGWIJZER_PORT", "port for the pages (default 8080)");
        variables.put("WEGWIJZER_MANAGEMENT_HOST", "address for health and metrics (default 127.0.0.1)");
        variables.put("WEGWIJZER_MANAGEMENT_PORT", "port for health and metrics (default 8081)");
        variables.put("WEGWIJZER_DATA", "data directory (default ./wegwijzer-data)");
        variables.put(
                "WEGWIJZER_DATABASE_URL",
                "postgresql://user:password@host:port/database; without it an embedded PostgreSQL is used");
        variables.put(
                "WEGWIJZER_SECRETS_FILE",
                "form keys and pepper, one file for all nodes (default: secrets.properties in the data directory)");
        variables.put("WEGWIJZER_PUBLIC_URL", "the address people type, e.g. https://melden.school.example");
        variables.put(
                "WEGWIJZER_STAFF_PORT",
                "port for officials alone; then /medewerker is not on the port of the pages, and nothing of reporters is"
                        + " on this one (default: none, both share WEGWIJZER_PORT)");
        variables.put("WEGWIJZER_STAFF_HOST", "address for WEGWIJZER_STAFF_PORT (default: WEGWIJZER_HOST)");
        variables.put(
                "WEGWIJZER_STAFF_URL",
                "the address officials type when they have a port of their own, e.g. https://team.school.example; it stands"
                        + " in invitations");
        variables.put(
                "WEGWIJZER_PASSKEY_URL",
                "the address at which officials use passkeys, https with a host name (default: WEGWIJZER_STAFF_URL when"
                        + " officials have a port of their own, otherwise WEGWIJZER_PUBLIC_URL, or else"
                        + " http://localhost with the port of their pages); with another host name, passkeys made before stop"
                        + " working");
        return variables;
    }

    /**
     * Reads the environment.
     *
     * @throws StartupException when a variable is unknown or has a value that can't be used
     */
    static Settings of(Map<String, String> environment) {
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(PREFIX) && !VARIABLES.containsKey(name)) {
                throw new StartupException("Unknown setting " + name + "; see 'serve --help' for the known ones.");
            }
        }
        Path data = Path.of(environment.getOrDefault("WEGWIJZER_DATA", "wegwijzer-data"))
                .toAbsolutePath()
                .normalize();
        return new Settings(
                environment.getOrDefault("WEGWIJZER_HOST", "127.0.0.1"),
                port(environment, "WEGWIJZER_PORT", 8080),
                environment.getOrDefault("WEGWIJZER_MANAGEMENT_HOST", "127.0.0.1"),
                port(environment, "WEGWIJZER_MANAGEMENT_PORT", 8081),
                staff(environment),
                data,
                uri(environment, "WEGWIJZER_DATABASE_URL", "postgresql"),
                Optional.ofNullable(environment.get("WEGWIJZER_SECRETS_FILE"))
                        .map(Path::of)
                        .orElse(data.resolve("secrets.properties")),
                uri(environment, "WEGWIJZER_PUBLIC_URL", "http"),
                passkeyAddress(environment),
                false);
    }

    Settings withPort(int newPort) {
        return new Settings(
                host,
                newPort,
                managementHost,
                managementPort,
                staff,
                dataDirectory,
                databaseUrl,
                secretsFile,
                publicUrl,
                passkeyAddress,
                demo);
    }

    Settings withManagementPort(int newPort) {
        return new Settings(
                host,
                port,
                managementHost,
                newPort,
                staff,
                dataDirectory,
                databaseUrl,
                secretsFile,
                publicUrl,
                passkeyAddress,
                demo);
    }

    Settings withDataDirectory(Path directory) {
        Path data = directory.toAbsolutePath().normalize();
        Path secrets = secretsFile.equals(dataDirectory.resolve("secrets.properties"))
                ? data.resolve("secrets.properties")
                : secretsFile;
        return new Settings(
                host,
                port,
                managementHost,
                managementPort,
                staff,
                data,
                databaseUrl,
                secrets,
                publicUrl,
                passkeyAddress,
                demo);
    }

    Settings withDemo() {
        return new Settings(
                host,
                port,
                managementHost,
                managementPort,
                staff,
                dataDirectory,
                databaseUrl,
                secretsFile,
                publicUrl,
                passkeyAddress,
                true);
    }

    /**
     * Refuses two sides at one address: both would answer there, each to every other request.
     *
     * @throws StartupException when two share one
     */
    void requireApart() {
        String pages = place(host, port);
        String management = place(managementHost, managementPort);
        Optional<String> staffPlace = staff.map(side -> place(side.host(), side.port()));
        if (port != 0 && pages.equals(management)) {
            throw new StartupException("Health and metrics must not be where the pages are: choose another"
                    + " WEGWIJZER_MANAGEMENT_PORT than " + managementPort + ".");
        }
        if (staff.map(Staff::port).orElse(0) != 0
                && staffPlace
                        .filter(place -> place.equals(pages) || place.equals(management))
                        .isPresent()) {
            throw new StartupException("WEGWIJZER_STAFF_PORT must be another than that of the pages and of health: "
                    + staffPlace.get() + " is taken by one of them.");
        }
    }

    private static String place(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** Returns what stands before the path in a link for officials, without a slash at the end. */
    String staffBase() {
        return staff.map(side -> side.url().map(Settings::base).orElseGet(() -> localAddress(side.host(), side.port())))
                .or(() -> publicUrl.map(Settings::base))
                .orElseGet(() -> localAddress(host, port));
    }

    /** Returns an address without a slash at the end, so that a path can follow. */
    static String base(URI url) {
        return url.toString().replaceFirst("/+$", "");
    }

    /** Returns the address of a port of this machine, without a slash at the end. */
    static String localAddress(String host, int port) {
        return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port;
    }

    private static Optional<Staff> staff(Map<String, String> environment) {
        Optional<URI> url = uri(environment, "WEGWIJZER_STAFF_URL", "http");
        Optional<String> host = Optional.ofNullable(environment.get("WEGWIJZER_STAFF_HOST"));
        if (!environment.containsKey("WEGWIJZER_STAFF_PORT")) {
            if (url.isPresent() || host.isPresent()) {
                throw new StartupException("WEGWIJZER_STAFF_HOST and WEGWIJZER_STAFF_URL need WEGWIJZER_STAFF_PORT:"
                        + " without it officials share the address of the pages.");
            }
            return Optional.empty();
        }
        return Optional.of(new Staff(
                host.orElse(environment.getOrDefault("WEGWIJZER_HOST", "127.0.0.1")),
                port(environment, "WEGWIJZER_STAFF_PORT", 0),
                url));
    }

    private static int port(Map<String, String> environment, String name, int fallback) {
        String value = environment.get(name);
        if (value == null) {
            return fallback;
        }
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartupException(name + " must be a port from 0 to 65535, not '" + value + "'.", e);
        }
        throw new StartupException(name + " must be a port from 0 to 65535, not '" + value + "'.");
    }

    private static Optional<URI> passkeyAddress(Map<String, String> environment) {
        Optional<URI> address = uri(environment, "WEGWIJZER_PASSKEY_URL", "http");
        if (address.isPresent() && RelyingParty.of(address.get()).isEmpty()) {
            throw new StartupException("WEGWIJZER_PASSKEY_URL must be https with a host name: browsers know no passkeys"
                    + " elsewhere, but for http://localhost.");
        }
        return address;
    }

    /**
     * Returns where passkeys belong.
     *
     * @param pagesPort on which the pages of officials are served, for the default
     */
    RelyingParty relyingParty(int pagesPort) {
        return passkeyAddress
                .or(() -> staff.isPresent() ? staff.flatMap(Staff::url) : publicUrl)
                .flatMap(RelyingParty::of)
                .orElseGet(() -> RelyingParty.localhost(pagesPort));
    }

    private static Optional<URI> uri(Map<String, String> environment, String name, String scheme) {
        String value = environment.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(value);
            if (uri.getScheme() != null && uri.getScheme().startsWith(scheme) && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            throw new StartupException(name + " is not an address that starts with " + scheme + "://", e);
        }
        throw new StartupException(name + " is not an address that starts with " + scheme + "://");
    }
}
