package nl.wegwijzer.account;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import nl.wegwijzer.seal.Expansion;

/**
 * Names the passkeys with which somebody may sign in, always as many, so that the page after name and passphrase tells
 * nobody whether those were right. Places that are left over are filled with names of passkeys that don't exist. Those
 * follow from name and passphrase: the same try gives the same page again, and every other try gives another.
 *
 * <p>It hides, it does not prove: a device with names of an odd length could be told from the made-up ones. Whoever
 * learns that still has to pass the throttle for every try, and still lacks the second factor.
 */
final class OfferedPasskeys {
    /** The lengths of names that phones, laptops and security keys give, the common ones more often. */
    private static final int[] LENGTHS = {16, 16, 20, 20, 32, 32, 32, 48, 64};

    private static final int SEED_BYTES = 32;

    private final Supplier<byte[]> secret;

    /**
     * Makes up names from a secret.
     *
     * @param secret the same on every node
     */
    OfferedPasskeys(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /**
     * Fills up the names of somebody's passkeys.
     *
     * @param known their passkeys, none when name or passphrase was wrong
     * @return {@link Passkeys#MOST} names in an order that tells nothing
     */
    List<byte[]> fillUp(List<byte[]> known, String login, String passphrase) {
        List<byte[]> offered = new ArrayList<>(known);
        // in the form that is tried: two ways to write the right passphrase must not give two pages
        String tried = text(SignIn.normal(login)) + " " + text(OfficialKeys.normal(passphrase));
        byte[] seed = Expansion.of(secret.get(), "schijnpasskeys " + tried, SEED_BYTES);
        for (int place = 0; offered.size() < Passkeys.MOST; place++) {
            int draw = Byte.toUnsignedInt(Expansion.of(seed, "lengte " + place, 1)[0]);
            offered.add(Expansion.of(seed, "naam " + place, LENGTHS[draw % LENGTHS.length]));
        }
        offered.sort(Arrays::compareUnsigned);
        return List.copyOf(offered);
    }

    /** Without spaces, so that name and passphrase can't run into each other. */
    private static String text(String typed) {
        return Base64.getEncoder().encodeToString(typed.getBytes(StandardCharsets.UTF_8));
    }
}
