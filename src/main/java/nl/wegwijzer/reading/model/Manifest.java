package nl.wegwijzer.reading.model;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What belongs together: the SHA-256 of every file of the reader and of the corpus it was trained on, the temperatures and the
 * threshold. It is a properties file with sorted keys and no date, so that training again writes the same bytes.
 *
 * @param entries key and value, sorted
 */
public record Manifest(Map<String, String> entries) {

    /** The name of the file beside the models. */
    public static final String FILE = "models.properties";

    /** Sorts and copies. */
    public Manifest {
        entries = Map.copyOf(entries);
    }

    /** Reads the text of a manifest. */
    public static Manifest parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name)));
        return new Manifest(entries);
    }

    /** Writes the manifest as {@link #parse} reads it. */
    public String text() {
        StringBuilder text = new StringBuilder("# Written by training; do not edit.\n");
        new TreeMap<>(entries)
                .forEach((key, value) ->
                        text.append(key).append('=').append(value).append('\n'));
        return text.toString();
    }

    /** Returns the expected SHA-256 of a file, as hexadecimal digits. */
    public String sha256Of(String file) {
        return value("sha256." + file);
    }

    /** Returns a number, such as {@code temperature.category} or {@code threshold}. */
    public double number(String key) {
        return Double.parseDouble(value(key));
    }

    private String value(String key) {
        String value = entries.get(key);
        if (value == null) {
            throw new ModelException("The manifest of the models has no entry " + key);
        }
        return value;
    }

    /**
     * Checks a file against the manifest.
     *
     * @throws ModelException when its content is not what the manifest says
     */
    public void check(String file, byte[] content) {
        if (!sha256Of(file).equals(sha256(content))) {
            throw new ModelException("nlp-models/" + file + " is not the file that the models were made with");
        }
    }

    /** Returns the SHA-256 of some bytes as hexadecimal digits. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new ModelException("SHA-256 is missing", e);
        }
    }
}
