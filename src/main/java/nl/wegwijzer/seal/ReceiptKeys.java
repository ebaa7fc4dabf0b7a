package nl.wegwijzer.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * What a receipt's words unlock: the id under which the report is found, and the reporter's own key pair. Both come from
 * one Argon2id derivation (19 MiB, two passes), salted by the school and a pepper of the deployment, so that neither the
 * words nor a stolen database alone lead to the report.
 */
public final class ReceiptKeys {
    private static final int PART_BYTES = 32;

    private final byte[] lookupId;
    private final BoxKeyPair keyPair;

    private ReceiptKeys(byte[] lookupId, BoxKeyPair keyPair) {
        this.lookupId = lookupId;
        this.keyPair = keyPair;
    }

    /**
     * Derives the keys; slow on purpose, so for workers only.
     *
     * @param receipt the words in their one normal spelling, separated by single spaces
     * @param pepper the deployment's secret, at least 16 bytes
     */
    public static ReceiptKeys derive(String receipt, UUID school, byte[] pepper) {
        byte[] salt = ("wegwijzer receipt " + school).getBytes(StandardCharsets.UTF_8);
        byte[] master = Argon2id.derive(
                receipt.getBytes(StandardCharsets.UTF_8), salt, pepper, Argon2id.Cost.RECEIPT, PART_BYTES);
        byte[] parts = Expansion.of(master, "lookup and key seed", 2 * PART_BYTES);
        return new ReceiptKeys(
                Arrays.copyOf(parts, PART_BYTES),
                BoxKeyPair.ofPrivateKey(Arrays.copyOfRange(parts, PART_BYTES, 2 * PART_BYTES)));
    }

    /** Returns the 32-byte id under which the report is stored. */
    public byte[] lookupId() {
        return lookupId.clone();
    }

    /** Returns the reporter's own key pair. */
    public BoxKeyPair keyPair() {
        return keyPair;
    }

    @Override
    public String toString() {
        return "ReceiptKeys[redacted]";
    }
}
