package nl.wegwijzer.server;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.seal.FormKeys;
import nl.wegwijzer.seal.FormSeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deployment's secrets as their file holds them now, so that nodes follow {@code rotate} without a restart. A node
 * looks every second, and at once when a page comes back that another node sealed with a key it has not seen yet.
 *
 * <p>What is in use is never forgotten: a file that is gone or damaged, or lacks a secret that this node works with, changes
 * nothing until the node starts anew.
 */
final class LiveSecrets {
    /** How often the file is looked at, and how often at most because of unknown keys. */
    static final Duration OFTEN = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(LiveSecrets.class);

    private final Path file;
    private final Ticker ticker;
    private volatile Secrets known;
    private long lastAsked;
    private boolean refused;

    private LiveSecrets(Path file, Ticker ticker, Secrets known) {
        this.file = file;
        this.ticker = ticker;
        this.known = known;
        this.lastAsked = ticker.read() - OFTEN.toNanos();
    }

    /**
     * Reads the file, making it when it is missing.
     *
     * @param ticker measures how long ago the file was asked for an unknown key
     * @throws StartupException when it can't be read, written or understood
     */
    static LiveSecrets load(Path file, Ticker ticker) {
        return new LiveSecrets(file, ticker, Secrets.load(file));
    }

    /** Reads the file again; blocks. */
    synchronized void refresh() {
        Secrets before = known;
        try {
            Secrets now = Secrets.read(file);
            if (now.holds(before)) {
                known = now;
                refused = false;
            } else {
                refuse("lacks secrets that are in use");
            }
        } catch (StartupException unreadable) {
            refuse("can't be read");
        }
    }

    /** Once, not every second. */
    private void refuse(String why) {
        if (!refused) {
            LOG.error("The secrets file {} {}; this node goes on with what it knows", file, why);
            refused = true;
        }
    }

    /** Returns a sealer of pages that follows the file. */
    FormSeal formSeal(Clock clock) {
        return new FormSeal(
                new FormKeys() {
                    @Override
                    public int current() {
                        return known.currentFormKey();
                    }

                    @Override
                    public Optional<byte[]> key(int id) {
                        return known.formKey(id).or(() -> newKey(id));
                    }
                },
                clock);
    }

    /**
     * Looks for a key that another node may have sealed with already. This reads a small file on the thread that asks, an
     * event loop perhaps, which is why pages with made-up keys can bring it about only once a second.
     */
    private synchronized Optional<byte[]> newKey(int id) {
        long now = ticker.read();
        if (now - lastAsked >= OFTEN.toNanos()) {
            lastAsked = now;
            refresh();
        }
        return known.formKey(id);
    }

    /** Returns the pepper of new receipts, by which other secrets of the deployment follow too. */
    byte[] pepper() {
        return known.pepper();
    }

    /** Returns all peppers in the order in which a receipt is tried. */
    List<byte[]> peppers() {
        return known.peppers();
    }

    @Override
    public String toString() {
        return "LiveSecrets[redacted]";
    }
}
