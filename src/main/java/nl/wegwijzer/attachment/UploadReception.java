package nl.wegwijzer.attachment;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One form on its way in, on the event loop of its request. */
final class UploadReception implements MultipartReader.Parts {
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final long PATIENCE_MINUTES = 15;

    /** Where the files go. */
    sealed interface Staging permits Open, Closed {}

    /** Onto the disk, sealed. */
    record Open(StagedUpload upload) implements Staging {}

    /** Nowhere, for a reason that holds for all of them. */
    record Closed(Refusal refusal) implements Staging {}

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final MultipartReader reader;
    private final Staging staging;
    private final Predicate<Map<String, String>> wanted;
    private final long longestFile;
    private final long longestBody;
    private final Promise<UploadedForm> received = Promise.promise();
    private final Map<String, String> fields = new HashMap<>();
    private final List<UploadedForm.File> files = new ArrayList<>();
    private Optional<Boolean> admitted = Optional.empty();
    private Optional<Refusal> refusal = Optional.empty();
    private boolean passedOver;
    private boolean chosen;
    private long fileLength;
    private long bodyLength;

    UploadReception(
            Vertx vertx,
            HttpServerRequest request,
            String boundary,
            Staging staging,
            Predicate<Map<String, String>> wanted,
            long longestFile,
            long longestBody) {
        this.vertx = vertx;
        this.request = request;
        this.reader = new MultipartReader(boundary, LONGEST_FIELD, this);
        this.staging = staging;
        this.wanted = wanted;
        this.longestFile = longestFile;
        this.longestBody = longestBody;
    }

    /** Starts reading; the result comes when all of the form is on disk. */
    Future<UploadedForm> start() {
        long patience = vertx.setTimer(TimeUnit.MINUTES.toMillis(PATIENCE_MINUTES), late -> {
            fail(new MalformedFormException("the form takes too long"));
            request.connection().close();
        });
        request.exceptionHandler(this::fail);
        request.handler(this::take);
        request.endHandler(ended -> finish());
        request.resume();
        return received.future().onComplete(done -> vertx.cancelTimer(patience));
    }

    /** Takes away what is on disk. */
    Future<Void> cleanUp() {
        return staging instanceof Open open ? open.upload().delete() : Future.succeededFuture();
    }

    private void take(Buffer data) {
        if (received.future().isComplete()) {
            return;
        }
        bodyLength += data.length();
        if (bodyLength > longestBody) {
            fail(new RefusedPictureException(Refusal.TE_GROOT));
            return;
        }
        try {
            reader.accept(data.getBytes());
        } catch (RuntimeException malformed) {
            fail(malformed);
            return;
        }
        if (staging instanceof Open open && open.upload().isFull()) {
            request.pause();
            open.upload().whenDrained(drained -> request.resume());
        }
    }

    private void finish() {
        if (received.future().isComplete()) {
            return;
        }
        try {
            reader.end();
        } catch (MalformedFormException malformed) {
            fail(malformed);
            return;
        }
        Future<Void> onDisk = staging instanceof Open open ? open.upload().close() : Future.succeededFuture();
        onDisk.onComplete(closed -> {
            List<UploadedForm.File> kept = closed.succeeded() ? files : allRefused(Refusal.GEEN_RUIMTE);
            received.tryComplete(new UploadedForm(fields, kept, this::cleanUp));
        });
    }

    private void fail(Throwable cause) {
        received.tryFail(cause);
    }

    private List<UploadedForm.File> allRefused(Refusal reason) {
        return files.stream()
                .<UploadedForm.File>map(file ->
                        file instanceof UploadedForm.Refused refused ? refused : new UploadedForm.Refused(reason))
                .toList();
    }

    @Override
    public void field(String name, String value) {
        fields.put(name, value);
    }

    @Override
    public void fileBegins(String name, boolean named) {
        if (admitted.isEmpty()) {
            admitted = Optional.of(wanted.test(Map.copyOf(fields)));
        }
        passedOver = !admitted.get() || !name.equals(PictureUpload.FILES);
        chosen = named;
        fileLength = 0;
        refusal = staging instanceof Closed closed ? Optional.of(closed.refusal()) : Optional.empty();
        if (staging instanceof Open open) {
            open.upload().begin();
        }
    }

    @Override
    public void fileData(byte[] data) {
        fileLength += data.length;
        if (fileLength > longestFile) {
            refusal = refusal.or(() -> Optional.of(Refusal.TE_GROOT));
        }
        if (!passedOver && refusal.isEmpty() && staging instanceof Open open) {
            keep(open, data);
        }
    }

    private void keep(Open open, byte[] data) {
        try {
            open.upload().append(data);
        } catch (RefusedPictureException full) {
            refusal = Optional.of(full.refusal());
        }
    }

    @Override
    public void fileEnds() {
        if (passedOver || fileLength == 0 && !chosen) {
            return;
        }
        if (fileLength == 0) {
            refusal = Optional.of(Refusal.LEEG);
        }
        if (refusal.isEmpty() && staging instanceof Open open) {
            try {
                files.add(new UploadedForm.Received(open.upload().complete()));
                return;
            } catch (RefusedPictureException full) {
                refusal = Optional.of(full.refusal());
            }
        }
        files.add(new UploadedForm.Refused(refusal.orElse(Refusal.GEEN_RUIMTE)));
    }
}
