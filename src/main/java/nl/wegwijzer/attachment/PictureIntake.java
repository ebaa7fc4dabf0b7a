package nl.wegwijzer.attachment;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.report.ReporterKey;
import nl.wegwijzer.store.OverloadedException;
import nl.wegwijzer.store.SlowWork;

/** Takes the files of a form into a report: each is looked over, drawn anew, sealed and kept, or refused with a reason. */
public final class PictureIntake {
    private final SlowWork slowWork;
    private final Attachments attachments;

    /**
     * Takes its collaborators.
     *
     * @param slowWork a pool for pictures alone: each needs up to some hundred megabytes while it is drawn
     */
    public PictureIntake(SlowWork slowWork, Attachments attachments) {
        this.slowWork = slowWork;
        this.attachments = attachments;
    }

    /**
     * Keeps the files of a form, one after the other, and takes away what was on disk.
     *
     * @return what became of each, in their order
     */
    public Future<List<PictureOutcome>> keep(ReporterKey key, UploadedForm form) {
        return keep(key, form, new ArrayList<>())
                .eventually(() -> form.cleanUp().get());
    }

    private Future<List<PictureOutcome>> keep(ReporterKey key, UploadedForm form, List<PictureOutcome> outcomes) {
        int next = outcomes.size();
        if (next == form.files().size()) {
            return Future.succeededFuture(List.copyOf(outcomes));
        }
        return keep(key, form.files().get(next)).compose(refusal -> {
            outcomes.add(refusal.<PictureOutcome>map(reason -> new PictureOutcome.NotKept(next + 1, reason))
                    .orElseGet(PictureOutcome.Kept::new));
            return keep(key, form, outcomes);
        });
    }

    private Future<Optional<Refusal>> keep(ReporterKey key, UploadedForm.File file) {
        if (file instanceof UploadedForm.Received received) {
            return slowWork.run(() -> redraw(key, received.picture()))
                    .compose(picture -> attachments.keep(key, picture))
                    .recover(PictureIntake::refusal);
        }
        return Future.succeededFuture(Optional.of(((UploadedForm.Refused) file).refusal()));
    }

    private static SealedPicture redraw(ReporterKey key, StagedPicture staged) throws IOException {
        try (StagedPicture.Opened source = staged.open()) {
            PictureShape shape = PictureInspection.of(source);
            ChunkSealing sealing = new ChunkSealing(key, staged.digest());
            PictureRedrawing.redraw(source, shape, sealing);
            return sealing.finish();
        }
    }

    private static Future<Optional<Refusal>> refusal(Throwable failure) {
        if (failure instanceof RefusedPictureException refused) {
            return Future.succeededFuture(Optional.of(refused.refusal()));
        }
        return failure instanceof OverloadedException
                ? Future.succeededFuture(Optional.of(Refusal.DRUK))
                : Future.failedFuture(failure);
    }
}
