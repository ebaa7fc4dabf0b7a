package nl.wegwijzer.chat;

import java.util.Arrays;
import nl.wegwijzer.seal.Randomness;

/** Sixteen random bytes drawn when the conversation starts; the words of the code are derived from them, so that a double submit shows the same code. */
public final class ReceiptSeed {
    static final int BYTES = 16;

    private final byte[] seed;

    private ReceiptSeed(byte[] seed) {
        this.seed = seed;
    }

    /** Draws a new seed. */
    public static ReceiptSeed draw() {
        return new ReceiptSeed(Randomness.bytes(BYTES));
    }

    /** Takes up a seed again from its bytes; {@code bytes} must hold sixteen. */
    static ReceiptSeed of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a receipt seed has sixteen bytes");
        }
        return new ReceiptSeed(bytes.clone());
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return seed.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReceiptSeed that && Arrays.equals(seed, that.seed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(seed);
    }

    @Override
    public String toString() {
        return "ReceiptSeed[redacted]";
    }
}
