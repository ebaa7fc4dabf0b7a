package nl.wegwijzer.crowd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * A small proof of work: for each part a number such that the SHA-256 of {@code seed.part.number} begins with so many
 * zero bits. Many easy parts rather than a single hard one, because then it takes about the same time every time.
 *
 * @param seed random text, base64url
 * @param parts how many numbers to find
 * @param bits how many leading bits must be zero, at most 32
 */
public record Puzzle(String seed, int parts, int bits) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * Whether these numbers solve it.
     *
     * @param solution the numbers in the order of the parts, with commas between
     */
    public boolean isSolvedBy(String solution) {
        String[] numbers = solution.split(",", parts + 1);
        if (numbers.length != parts) {
            return false;
        }
        for (int part = 0; part < parts; part++) {
            if (!NUMBER.matcher(numbers[part]).matches() || !startsWithZeros(seed, part, numbers[part], bits)) {
                return false;
            }
        }
        return true;
    }

    static boolean startsWithZeros(String seed, int part, String number, int bits) {
        byte[] hash = sha256().digest((seed + "." + part + "." + number).getBytes(StandardCharsets.US_ASCII));
        int first = (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8 | (hash[3] & 0xff);
        return Integer.numberOfLeadingZeros(first) >= bits;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }
}
