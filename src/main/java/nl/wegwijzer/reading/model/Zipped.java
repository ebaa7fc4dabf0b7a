package nl.wegwijzer.reading.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads a compressed model file and the texts in it: the names of labels, which {@link java.io.DataOutput#writeUTF} writes as
 * plain UTF-8.
 */
final class Zipped {

    private static final int BUFFER = 1 << 16;

    private Zipped() {}

    /**
     * Returns the content of a compressed file.
     *
     * @throws IOException when it cannot be decompressed
     */
    static ByteBuffer open(byte[] gzip) throws IOException {
        try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(gzip), BUFFER)) {
            return ByteBuffer.wrap(input.readAllBytes());
        }
    }

    /** Reads one text. */
    static String text(ByteBuffer file) {
        byte[] bytes = new byte[Short.toUnsignedInt(file.getShort())];
        file.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Reads {@code count} texts.
     *
     * @throws IllegalArgumentException when the count is negative, as a damaged file may say
     */
    static List<String> texts(ByteBuffer file, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("negative count");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(file));
        }
        return List.copyOf(texts);
    }
}
