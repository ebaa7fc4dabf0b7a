package nl.wegwijzer.server;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.Randomness;

/**
 * The deployment's own secrets: the keys that seal conversations into pages, and the pepper of receipts. Every node reads
 * the same file. Losing the pepper loses every receipt, so the file belongs in the backup, apart from the database.
 */
final class Secrets {
    private static final String FORM_KEY = "form.key.";
    private static final String CURRENT = "form.current";
    private static final String PEPPER = "receipt.pepper";
    private static final int BYTES = 32;

    private final Map<Integer, byte[]> formKeys;
    private final int currentFormKey;
    private final byte[] pepper;

    private Secrets(Map<Integer, byte[]> formKeys, int currentFormKey, byte[] pepper) {
        this.formKeys = formKeys;
        this.currentFormKey = currentFormKey;
        this.pepper = pepper;
    }

    /**
     * Reads the file, making it with fresh secrets when it is missing.
     *
     * @throws StartupException when it can't be read, written or understood
     */
    static Secrets load(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            Map<Integer, byte[]> keys = new HashMap<>();
            for (String name : properties.stringPropertyNames()) {
                if (name.startsWith(FORM_KEY)) {
                    keys.put(Integer.valueOf(name.substring(FORM_KEY.length())), secret(properties, name));
                }
            }
            int current = Integer.parseInt(properties.getProperty(CURRENT, ""));
            if (!keys.containsKey(current)) {
                throw new StartupException(
                        "The secrets file " + file + " lacks the form key that it names as current.");
            }
            return new Secrets(keys, current, secret(properties, PEPPER));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupException("The secrets file " + file + " can't be used: " + e.getMessage(), e);
        }
    }

    FormSeal formSeal(Clock clock) {
        return new FormSeal(formKeys, currentFormKey, clock);
    }

    byte[] pepper() {
        return pepper.clone();
    }

    private static byte[] secret(Properties properties, String name) {
        byte[] secret = HexFormat.of().parseHex(properties.getProperty(name, ""));
        if (secret.length != BYTES) {
            throw new IllegalArgumentException(name + " must be " + 2 * BYTES + " hexadecimal digits");
        }
        return secret;
    }

    private static void create(Path file) throws IOException {
        StringWriter text = new StringWriter();
        text.write("# Secrets of this deployment. Keep a copy apart from the database's backup.\n");
        text.write(CURRENT + "=1\n");
        text.write(FORM_KEY + "1=" + HexFormat.of().formatHex(Randomness.bytes(BYTES)) + "\n");
        text.write(PEPPER + "=" + HexFormat.of().formatHex(Randomness.bytes(BYTES)) + "\n");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text.toString(), StandardOpenOption.WRITE);
    }

    @Override
    public String toString() {
        return "Secrets[redacted]";
    }
}
