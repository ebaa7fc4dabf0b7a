package nl.wegwijzer.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import nl.wegwijzer.seal.Randomness;

/**
 * Slows down who guesses passphrases, and locks nobody out. Tries on one account from one source have to queue; an
 * attack from elsewhere costs the right person a few seconds at most, and nothing on a device that signed in before.
 * An address alone only ever delays, since a whole school shares one. Everything is keyed by hashes under a salt that
 * lives as long as this process and is written nowhere.
 */
final class SignInThrottle {
    private static final Pace ACCOUNT_FROM_SOURCE = new Pace(5, Duration.ofSeconds(2), Duration.ofSeconds(10));
    private static final Pace ACCOUNT = new Pace(20, Duration.ofMillis(500), Duration.ofSeconds(5));
    private static final Pace SOURCE = new Pace(30, Duration.ofMillis(500), Duration.ofSeconds(5));

    private final Clock clock;
    private final byte[] salt = Randomness.bytes(32);
    private final Cache<String, Instant> due = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(15))
            .build();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * How tries are spaced.
     *
     * @param free tries that need not wait
     * @param spacing between the tries after those
     * @param longest that a try may have to wait
     */
    private record Pace(int free, Duration spacing, Duration longest) {}

    /**
     * Where a try comes from.
     *
     * @param key id of a known device, or the address
     * @param known whether this device signed in to this account before
     */
    record Source(String key, boolean known) {}

    /** A try that may go on after the delay; when it was the right person, it is given back. */
    record Try(Duration delay, Optional<String> account, String pair, Optional<String> source) {}

    /** Asks for a try; empty when too many on this account from this source wait already. */
    Optional<Try> ask(String login, Source source) {
        String pair = key("account en bron", login, source.key());
        Duration queued = wait(pair, ACCOUNT_FROM_SOURCE);
        if (queued.compareTo(ACCOUNT_FROM_SOURCE.longest()) > 0) {
            return Optional.empty();
        }
        reserve(pair, ACCOUNT_FROM_SOURCE);
        if (source.known()) {
            return Optional.of(new Try(queued, Optional.empty(), pair, Optional.empty()));
        }
        String account = key("account", login, "");
        String from = key("bron", "", source.key());
        Duration delay = longest(queued, longest(wait(account, ACCOUNT), wait(from, SOURCE)));
        reserve(account, ACCOUNT);
        reserve(from, SOURCE);
        return Optional.of(new Try(delay, Optional.of(account), pair, Optional.of(from)));
    }

    /** Gives a try back because it was the right person. */
    void giveBack(Try taken) {
        release(taken.pair(), ACCOUNT_FROM_SOURCE);
        taken.account().ifPresent(account -> release(account, ACCOUNT));
        taken.source().ifPresent(source -> release(source, SOURCE));
    }

    private Duration wait(String key, Pace pace) {
        Instant now = clock.instant();
        Instant next = due.asMap().getOrDefault(key, now);
        Duration wait = Duration.between(now, next).minus(pace.spacing().multipliedBy(pace.free() - 1L));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Moves the next try back by one spacing, up to where a try would wait longest: a flood can't queue for hours. */
    private void reserve(String key, Pace pace) {
        Instant now = clock.instant();
        Instant last = now.plus(pace.spacing().multipliedBy(pace.free())).plus(pace.longest());
        due.asMap()
                .merge(
                        key,
                        now.plus(pace.spacing()),
                        (known, first) -> earlier(last, (known.isBefore(now) ? now : known).plus(pace.spacing())));
    }

    private void release(String key, Pace pace) {
        due.asMap().computeIfPresent(key, (same, known) -> known.minus(pace.spacing()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private String key(String kind, String login, String source) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update((kind + '\0' + login + '\0' + source).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }
}
