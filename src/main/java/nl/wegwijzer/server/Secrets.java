package nl.wegwijzer.server;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.Randomness;

/**
 * The deployment's own secrets: the keys that seal conversations into pages, and the peppers of receipts. Every node reads
 * the same file. Both kinds can be replaced: a new one becomes current and the old ones stay, for open pages and for
 * codes that are out there. Losing a pepper loses the receipts made with it, so the file goes into the sealed backup, and
 * never beside a plain dump of the database.
 */
final class Secrets {
    private static final String FORM = "form.key";
    private static final String FORM_CURRENT = "form.current";
    private static final String PEPPER = "receipt.pepper";
    private static final String PEPPER_CURRENT = "receipt.current";
    private static final int FIRST = 1;
    private static final int BYTES = 32;
    /** For the secrets, and for what stands beside them. */
    static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Ring formKeys;
    private final Ring peppers;

    private Secrets(Ring formKeys, Ring peppers) {
        this.formKeys = formKeys;
        this.peppers = peppers;
    }

    /** Secrets of one kind by number, of which one is current. */
    private record Ring(Map<Integer, byte[]> secrets, int current) {

        static Ring fresh() {
            return new Ring(Map.of(FIRST, Randomness.bytes(BYTES)), FIRST);
        }

        Ring withNext() {
            int next = secrets.keySet().stream().max(Comparator.naturalOrder()).orElse(0) + 1;
            Map<Integer, byte[]> more = new HashMap<>(secrets);
            more.put(next, Randomness.bytes(BYTES));
            return new Ring(more, next);
        }

        boolean holds(Ring other) {
            return other.secrets.entrySet().stream()
                    .allMatch(secret -> Arrays.equals(secret.getValue(), secrets.get(secret.getKey())));
        }

        byte[] currentSecret() {
            return secretOf(current);
        }

        /** The current one first, then the others from new to old. */
        List<byte[]> currentFirst() {
            return Stream.concat(
                            Stream.of(current),
                            secrets.keySet().stream()
                                    .filter(number -> number != current)
                                    .sorted(Comparator.reverseOrder()))
                    .map(this::secretOf)
                    .toList();
        }

        private byte[] secretOf(int number) {
            byte[] secret = secrets.get(number);
            if (secret == null) {
                throw new IllegalArgumentException("it lacks the secret that it names as current");
            }
            return secret.clone();
        }
    }

    /**
     * Reads the file, making it with fresh secrets when it is missing.
     *
     * @throws StartupException when it can't be read, written or understood
     */
    static Secrets load(Path file) {
        try {
            if (!Files.exists(file)) {
                new Secrets(Ring.fresh(), Ring.fresh()).create(file.toAbsolutePath());
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw unusable(file, e);
        }
        return read(file);
    }

    /**
     * Reads the file, which must be there.
     *
     * @throws StartupException when it can't be read or understood
     */
    static Secrets read(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(file, e);
        }
    }

    private static StartupException unusable(Path file, Exception e) {
        return new StartupException("The secrets file " + file + " can't be used: " + e.getMessage(), e);
    }

    /**
     * Puts these secrets where no file is. Nodes may start at the same moment: a link is made whole or not at all, and only
     * once, so whoever comes second finds the first one's secrets and lets go of its own.
     */
    private void create(Path target) throws IOException {
        Path fresh = Files.createTempFile(target.getParent(), "secrets-", ".new", OWNER_ONLY);
        try {
            write(fresh);
            Files.createLink(target, fresh);
            keepName(target);
        } catch (FileAlreadyExistsException another) {
            // the other node's secrets stand there now, and are as good
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Makes sure that the name outlives a power cut as the content does. */
    private static void keepName(Path target) throws IOException {
        try (FileChannel directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /**
     * Reads what a file holds.
     *
     * @throws IllegalArgumentException when it lacks something or something in it is no secret
     */
    static Secrets of(byte[] file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(new String(file, StandardCharsets.UTF_8)));
        return new Secrets(ring(properties, FORM, FORM_CURRENT), ring(properties, PEPPER, PEPPER_CURRENT));
    }

    /** Returns what a file with these secrets holds. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        text.append("# Secrets of this deployment. Keep a copy apart from plain dumps of the database.\n");
        append(text, FORM, FORM_CURRENT, formKeys);
        append(text, PEPPER, PEPPER_CURRENT, peppers);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether everything that the other secrets open, these open too. */
    boolean holds(Secrets other) {
        return formKeys.holds(other.formKeys) && peppers.holds(other.peppers);
    }

    /** Returns these secrets with a fresh form key, which is current; pages sealed with the others still open. */
    Secrets withNewFormKey() {
        return new Secrets(formKeys.withNext(), peppers);
    }

    /** Returns these secrets with a fresh pepper, which is current; receipts made with the others still work. */
    Secrets withNewPepper() {
        return new Secrets(formKeys, peppers.withNext());
    }

    /**
     * Puts these secrets in the place of the file's. Whoever reads it meanwhile gets the old or the new ones, never half.
     * Whoever made them from the file's holds its {@link SecretsLock} since before reading it.
     *
     * @throws StartupException when it can't be written; then the old ones still stand
     */
    void replace(Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path fresh = Files.createTempFile(target.getParent(), "secrets-", ".new", OWNER_ONLY);
            try {
                write(fresh);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
                keepName(target);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new StartupException("The secrets file " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    FormSeal formSeal(Clock clock) {
        return new FormSeal(formKeys.secrets(), formKeys.current(), clock);
    }

    /** Returns the number of the form key that seals. */
    int currentFormKey() {
        return formKeys.current();
    }

    /** Finds the form key with this number. */
    Optional<byte[]> formKey(int number) {
        return Optional.ofNullable(formKeys.secrets().get(number)).map(byte[]::clone);
    }

    /** Returns the pepper of new receipts. */
    byte[] pepper() {
        return peppers.currentSecret();
    }

    /** Returns all peppers in the order in which a receipt is tried: the current one, then from new to old. */
    List<byte[]> peppers() {
        return peppers.currentFirst();
    }

    /** Returns the number of the pepper of new receipts. */
    int currentPepper() {
        return peppers.current();
    }

    /** A single secret without a number is the first one: so the file looked before anything could be replaced. */
    private static Ring ring(Properties properties, String name, String currentName) {
        Map<Integer, byte[]> secrets = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.equals(name)) {
                secrets.put(FIRST, secret(properties, key));
            } else if (key.startsWith(name + ".")) {
                secrets.put(Integer.valueOf(key.substring(name.length() + 1)), secret(properties, key));
            }
        }
        int current = Integer.parseInt(properties.getProperty(currentName, String.valueOf(FIRST)));
        if (!secrets.containsKey(current)) {
            throw new IllegalArgumentException("it lacks " + name + "." + current + ", which is current");
        }
        return new Ring(secrets, current);
    }

    private static byte[] secret(Properties properties, String name) {
        byte[] secret = HexFormat.of().parseHex(properties.getProperty(name, ""));
        if (secret.length != BYTES) {
            throw new IllegalArgumentException(name + " must be " + 2 * BYTES + " hexadecimal digits");
        }
        return secret;
    }

    private void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void append(StringBuilder text, String name, String currentName, Ring ring) {
        text.append(currentName).append('=').append(ring.current()).append('\n');
        new TreeMap<>(ring.secrets()).forEach((number, secret) -> text.append(name)
                .append('.')
                .append(number)
                .append('=')
                .append(HexFormat.of().formatHex(secret))
                .append('\n'));
    }

    @Override
    public String toString() {
        return "Secrets[redacted]";
    }
}
