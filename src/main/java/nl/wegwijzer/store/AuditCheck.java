package nl.wegwijzer.store;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks an exported audit file by itself, without a server: whether each entry follows from the one before. A chain can
 * be made anew as a whole by whoever owns the database; against that helps a hash that was noted down earlier.
 */
public final class AuditCheck {
    private final Optional<String> noted;
    private Audit.Link last = Audit.Link.BEFORE_THE_FIRST;
    private Optional<String> board = Optional.empty();
    private boolean metNoted;
    private boolean ended;

    private AuditCheck(Optional<String> noted) {
        this.noted = noted;
    }

    /** What came out. */
    public sealed interface Verdict {
        /**
         * Every entry follows from the one before.
         *
         * @param entries how many there are
         * @param lastHash hexadecimal, to be noted for the next check
         */
        record Intact(long entries, String lastHash) implements Verdict {}

        /**
         * The first entry that is not as it was written.
         *
         * @param entry its number, counted from 1
         * @param why in plain words
         */
        record Broken(long entry, String why) implements Verdict {}
    }

    /**
     * Checks a file.
     *
     * @param noted the hash of an entry as it was noted at an earlier check; the file must still hold that entry
     */
    public static Verdict of(BufferedReader file, Optional<String> noted) throws IOException {
        AuditCheck check = new AuditCheck(noted);
        String line = file.readLine();
        while (line != null) {
            Optional<String> fault = check.fault(line);
            if (fault.isPresent()) {
                return new Verdict.Broken(check.last.number() + 1, fault.get());
            }
            line = file.readLine();
        }
        return check.verdict();
    }

    private Verdict verdict() {
        if (!ended) {
            return new Verdict.Broken(last.number() + 1, "the file ends without its last line: entries were cut off");
        }
        if (noted.isPresent() && !metNoted) {
            return new Verdict.Broken(
                    1, "no entry has the noted hash: the entry was removed, or the whole chain was made anew");
        }
        return new Verdict.Intact(last.number(), hex(last.hash()));
    }

    private Optional<String> fault(String line) {
        if (ended) {
            return Optional.of("something follows the last line");
        }
        try {
            JsonObject json = new JsonObject(line);
            if (!json.encode().equals(line)) {
                return Optional.of("the line is not as it was written");
            }
            return json.containsKey(AuditExport.ENTRIES) ? end(json) : entry(json);
        } catch (DecodeException | ClassCastException | IllegalArgumentException | DateTimeException malformed) {
            return Optional.of("the line can't be read");
        }
    }

    private Optional<String> end(JsonObject json) {
        ended = true;
        boolean asCounted = json.getLong(AuditExport.ENTRIES) == last.number()
                && json.getString("last", "").equals(hex(last.hash()));
        return asCounted ? Optional.empty() : Optional.of("entries at the end were removed or added");
    }

    private Optional<String> entry(JsonObject json) {
        long number = json.getLong("entry", 0L);
        if (number != last.number() + 1) {
            return Optional.of("entry " + number + " stands here: entries were removed, added or put in another order");
        }
        String ofBoard = text(json, "board").orElse("");
        if (!board.orElse(ofBoard).equals(ofBoard)) {
            return Optional.of("it belongs to another board");
        }
        board = Optional.of(ofBoard);
        if (!same(json, "previous", last.hash())) {
            return Optional.of("it does not follow the entry before it");
        }
        Audit.Entry entry = new Audit.Entry(
                UUID.fromString(ofBoard),
                text(json, "school").map(UUID::fromString),
                text(json, "actor").map(UUID::fromString),
                text(json, "action").orElse(""),
                text(json, "subject").map(UUID::fromString));
        byte[] hash = Audit.hash(last, entry, Instant.parse(text(json, "at").orElse("")));
        if (!same(json, "hash", hash)) {
            return Optional.of("its content was changed");
        }
        last = new Audit.Link(number, hash);
        metNoted |= noted.map(hex(hash)::equalsIgnoreCase).orElse(false);
        return Optional.empty();
    }

    private static boolean same(JsonObject json, String field, byte[] expected) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(text(json, field).orElse("")), expected);
    }

    private static Optional<String> text(JsonObject json, String field) {
        return Optional.ofNullable(json.getString(field));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
