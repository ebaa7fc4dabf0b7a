package nl.wegwijzer.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The place that a sealed thing belongs to, e.g. school, report, item number and kind. It is authenticated with the
 * content, so a ciphertext moved to another row no longer opens.
 */
public final class AssociatedData {
    private final byte[] encoded;

    private AssociatedData(byte[] encoded) {
        this.encoded = encoded;
    }

    /**
     * Names a place by its parts.
     *
     * @param parts written with their lengths, so that ("ab","c") and ("a","bc") differ
     */
    public static AssociatedData of(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            out.writeBytes(bytes);
        }
        return new AssociatedData(out.toByteArray());
    }

    byte[] bytes() {
        return encoded.clone();
    }
}
