package nl.wegwijzer.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Held by whoever changes the secrets file, from reading it to putting the new one in its place: of two who change it at
 * once the second waits and goes on from what the first one wrote. Readers need no lock, since the file is replaced whole.
 *
 * <p>The lock is on a file beside it that stays: one that is taken away could be held twice. A process that dies lets go.
 */
final class SecretsLock implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final FileChannel channel;

    private SecretsLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until nobody else changes the file.
     *
     * @param secrets the secrets file; it need not be there yet
     * @param patience after which to give up
     * @throws StartupException when somebody else still holds it then, or the lock can't be made
     */
    static SecretsLock take(Path secrets, Duration patience) {
        Path target = secrets.toAbsolutePath();
        Path beside = target.resolveSibling(target.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(
                    beside, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), Secrets.OWNER_ONLY);
            long deadline = System.nanoTime() + patience.toNanos();
            while (lock(channel) == null) {
                if (System.nanoTime() - deadline >= 0) {
                    channel.close();
                    throw new StartupException("Another command is changing the secrets file " + secrets
                            + ". Nothing was changed; try again when it is done.");
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            return new SecretsLock(channel);
        } catch (IOException | UnsupportedOperationException e) {
            throw new StartupException("The secrets file " + secrets + " can't be locked: " + e.getMessage(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartupException("Stopped while waiting for the secrets file " + secrets + ".", stopped);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartupException("The lock of the secrets file can't be let go: " + e.getMessage(), e);
        }
    }
}
