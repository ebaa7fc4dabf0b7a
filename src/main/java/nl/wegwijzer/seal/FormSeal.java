package nl.wegwijzer.seal;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * Seals a conversation into the page that carries it: padded to a size bucket, AES-256-GCM under a server key, with the
 * key's id and an expiry. The server keeps nothing; the page alone reveals nothing.
 */
public final class FormSeal {
    private static final int HEADER_BYTES = Integer.BYTES + Long.BYTES;
    private static final int SMALLEST_BUCKET = 2048;
    private static final int LARGEST_BUCKET = 1 << 20;

    private final FormKeys keys;
    private final Clock clock;

    /**
     * Makes a sealer.
     *
     * @param keys server keys of 32 bytes by id; old ones stay for opening until their forms have expired
     * @param currentKey id of the key that seals
     */
    public FormSeal(Map<Integer, byte[]> keys, int currentKey, Clock clock) {
        this(FormKeys.of(keys, currentKey), clock);
    }

    /** Makes a sealer whose keys may grow in number. */
    public FormSeal(FormKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Seals a form's state.
     *
     * @param purpose what the form is for; it opens for nothing else
     * @throws IllegalArgumentException when the state is larger than the largest bucket
     * @return base64url text, of one of a few lengths
     */
    public String seal(AssociatedData purpose, byte[] state, Duration lifetime) {
        int current = keys.current();
        byte[] header = header(current, clock.instant().plus(lifetime));
        byte[] sealed = AesGcm.encrypt(keyOf(current), bind(header, purpose), pad(state));
        byte[] form = Arrays.copyOf(header, header.length + sealed.length);
        System.arraycopy(sealed, 0, form, header.length, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(form);
    }

    /**
     * Opens a form's state.
     *
     * @throws ExpiredSealException when it is ours but too old
     * @throws UnsealException when it is not ours, was tampered with, or was sealed for another purpose
     */
    public byte[] open(AssociatedData purpose, String form) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(form);
        } catch (IllegalArgumentException e) {
            throw new UnsealException("form is not base64url", e);
        }
        if (bytes.length <= HEADER_BYTES) {
            throw new UnsealException("form is too short");
        }
        byte[] header = Arrays.copyOf(bytes, HEADER_BYTES);
        ByteBuffer fields = ByteBuffer.wrap(header);
        int keyId = fields.getInt();
        Instant expiry = Instant.ofEpochSecond(Math.floorMod(fields.getLong(), 1L << 40));
        byte[] padded = AesGcm.decrypt(
                keyOf(keyId), bind(header, purpose), Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length));
        if (clock.instant().isAfter(expiry)) {
            throw new ExpiredSealException("form has expired", unpad(padded));
        }
        return unpad(padded);
    }

    /** Returns the size in bytes of the bucket that a state of this size is padded to. */
    public static int bucket(int stateBytes) {
        int needed = stateBytes + Integer.BYTES;
        int bucket = SMALLEST_BUCKET;
        while (bucket < needed) {
            bucket *= 2;
        }
        if (bucket > LARGEST_BUCKET) {
            throw new IllegalArgumentException("form state exceeds the largest bucket");
        }
        return bucket;
    }

    private byte[] keyOf(int id) {
        return keys.key(id).orElseThrow(() -> new UnsealException("form was sealed with an unknown key"));
    }

    private static byte[] header(int keyId, Instant expiry) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .putInt(keyId)
                .putLong(expiry.getEpochSecond())
                .array();
    }

    private static byte[] bind(byte[] header, AssociatedData purpose) {
        byte[] place = purpose.bytes();
        byte[] bound = Arrays.copyOf(header, header.length + place.length);
        System.arraycopy(place, 0, bound, header.length, place.length);
        return bound;
    }

    private static byte[] pad(byte[] state) {
        return ByteBuffer.allocate(bucket(state.length))
                .putInt(state.length)
                .put(state)
                .array();
    }

    private static byte[] unpad(byte[] padded) {
        ByteBuffer buffer = ByteBuffer.wrap(padded);
        byte[] state = new byte[buffer.getInt()];
        buffer.get(state);
        return state;
    }
}
