package nl.wegwijzer.attachment;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.ContentKey;

/**
 * The files of one form on their way in: one file on disk, sealed piece by piece under a key that exists in memory only,
 * so that a crash or a copied disk leaves nothing that anybody can read. Written on the event loop of its request.
 */
final class StagedUpload {
    /** Bytes in the clear per sealed piece. */
    static final int PIECE_BYTES = 64 * 1024;

    static final int SEAL_BYTES = 28;

    private final Vertx vertx;
    private final Path path;
    private final AsyncFile file;
    private final DiskSpace space;
    private final ContentKey key = ContentKey.generate();
    private final byte[] piece = new byte[PIECE_BYTES];
    private final MessageDigest digest = sha256();
    private int pieceLength;
    private long length;
    private long start;
    private long position;
    private long held;
    private Optional<Throwable> failure = Optional.empty();
    private Optional<Future<Void>> closing = Optional.empty();

    private StagedUpload(Vertx vertx, Path path, AsyncFile file, DiskSpace space) {
        this.vertx = vertx;
        this.path = path;
        this.file = file;
        this.space = space;
        file.exceptionHandler(this::failed);
    }

    /** Opens a new file in this directory. */
    static Future<StagedUpload> open(Vertx vertx, Path directory, DiskSpace space) {
        Path path = directory.resolve(UUID.randomUUID() + ".deel");
        return vertx.fileSystem()
                .open(
                        path.toString(),
                        new OpenOptions()
                                .setCreateNew(true)
                                .setRead(false)
                                .setWrite(true)
                                .setPerms("rw-------"))
                .map(file -> new StagedUpload(vertx, path, file, space));
    }

    /** Begins the next file of the form. */
    void begin() {
        start = position;
        length = 0;
        pieceLength = 0;
        digest.reset();
    }

    /**
     * Adds bytes to the file.
     *
     * @throws RefusedPictureException when there is no room for them
     */
    void append(byte[] data) {
        digest.update(data);
        length += data.length;
        int taken = 0;
        while (taken < data.length) {
            int count = Math.min(data.length - taken, PIECE_BYTES - pieceLength);
            System.arraycopy(data, taken, piece, pieceLength, count);
            pieceLength += count;
            taken += count;
            if (pieceLength == PIECE_BYTES) {
                writePiece();
            }
        }
    }

    /**
     * Completes the file.
     *
     * @throws RefusedPictureException when there is no room for its end
     */
    StagedPicture complete() {
        if (pieceLength > 0) {
            writePiece();
        }
        return new StagedPicture(path, key, start, length, digest.digest());
    }

    /** Returns how many bytes of the current file came in. */
    long length() {
        return length;
    }

    boolean isFull() {
        return file.writeQueueFull();
    }

    void whenDrained(Handler<Void> handler) {
        file.drainHandler(handler);
    }

    /** Waits until everything is on disk; fails when something did not get there. */
    Future<Void> close() {
        return closeFile()
                .compose(closed -> failure.map(Future::<Void>failedFuture).orElseGet(Future::succeededFuture));
    }

    /** Takes the file away; what was in it can't be read again. Never fails: what stays behind is sealed anyway. */
    Future<Void> delete() {
        space.giveBack(held);
        held = 0;
        return closeFile()
                .recover(closed -> Future.succeededFuture())
                .compose(closed -> vertx.fileSystem().delete(path.toString()))
                .recover(gone -> Future.succeededFuture());
    }

    private Future<Void> closeFile() {
        if (closing.isEmpty()) {
            // a file that is closed twice throws
            closing = Optional.of(file.close());
        }
        return closing.get();
    }

    /** Names the place of a piece, so that pieces can't change places. */
    static AssociatedData place(long position) {
        return AssociatedData.of("opslag", position);
    }

    private void writePiece() {
        byte[] plain = pieceLength == PIECE_BYTES ? piece : Arrays.copyOf(piece, pieceLength);
        byte[] sealed = key.encrypt(place(position), plain);
        space.take(sealed.length);
        held += sealed.length;
        file.write(Buffer.buffer(sealed), position).onFailure(this::failed);
        position += sealed.length;
        pieceLength = 0;
    }

    private void failed(Throwable cause) {
        if (failure.isEmpty()) {
            failure = Optional.of(cause);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }
}
