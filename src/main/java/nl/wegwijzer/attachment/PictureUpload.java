package nl.wegwijzer.attachment;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Receives forms with files as streams: counted in bytes, never whole in memory, never in the clear on disk, and not at
 * all before a field in front of the files has shown that they are wanted.
 */
public final class PictureUpload {
    /** Name of the files in the form. */
    static final String FILES = "foto";

    private static final long ROOM_FOR_FIELDS = 1024L * 1024;

    private final Vertx vertx;
    private final Path directory;
    private final AttachmentLimits limits;
    private final DiskSpace space;
    private final AtomicInteger running = new AtomicInteger();

    /**
     * Takes its collaborators, makes the directory and empties it: what an earlier process left there can't be read.
     *
     * @param directory of this node alone
     */
    public PictureUpload(Vertx vertx, Path directory, AttachmentLimits limits) {
        this.vertx = vertx;
        this.directory = directory;
        this.limits = limits;
        this.space = new DiskSpace(limits.stagedBytes());
        try {
            Files.createDirectories(directory);
            try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, "*.deel")) {
                for (Path leftover : leftovers) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Receives a form. The request must be paused, and its body not yet read.
     *
     * @param wanted is asked once, at the first file, with the fields in front of it; after a no the files are passed
     *     over
     * @return fails with {@link MalformedFormException} when it is no form of ours, with {@link RefusedPictureException}
     *     when it is too long as a whole
     */
    public Future<UploadedForm> receive(HttpServerRequest request, Predicate<Map<String, String>> wanted) {
        Optional<String> boundary =
                Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE)).flatMap(MultipartReader::boundary);
        if (boundary.isEmpty()) {
            return Future.failedFuture(new MalformedFormException("not a multipart form"));
        }
        if (declaredLength(request) > longestBody()) {
            return Future.failedFuture(new RefusedPictureException(Refusal.TE_GROOT));
        }
        return open().compose(staged -> {
            UploadReception reception = new UploadReception(
                    vertx, request, boundary.get(), staged, wanted, limits.fileBytes(), longestBody());
            return reception.start().onComplete(done -> {
                running.decrementAndGet();
                if (done.failed()) {
                    reception.cleanUp();
                }
            });
        });
    }

    /** Returns how many sealed bytes are on disk now. */
    long staged() {
        return space.taken();
    }

    /** Opens a file to receive into, or says why the files of this form will have to be refused. */
    private Future<UploadReception.Staging> open() {
        if (running.incrementAndGet() > limits.uploadsAtOnce()) {
            return Future.succeededFuture(new UploadReception.Closed(Refusal.DRUK));
        }
        return vertx.executeBlocking(() -> Files.getFileStore(directory).getUsableSpace(), false)
                .compose(free -> free < limits.spareDiskBytes()
                        ? Future.<UploadReception.Staging>failedFuture(new IOException("the disk is almost full"))
                        : StagedUpload.open(vertx, directory, space).map(UploadReception.Open::new))
                .recover(full -> Future.succeededFuture(new UploadReception.Closed(Refusal.GEEN_RUIMTE)));
    }

    private long longestBody() {
        return (limits.perReport() + 1) * limits.fileBytes() + ROOM_FOR_FIELDS;
    }

    private static long declaredLength(HttpServerRequest request) {
        return List.of(Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LENGTH))
                        .orElse("0"))
                .stream()
                .filter(length -> length.matches("[0-9]{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
