package nl.wegwijzer.attachment;

import java.util.concurrent.atomic.AtomicLong;

/** What the running uploads of this node may hold on disk together. */
final class DiskSpace {
    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    DiskSpace(long limit) {
        this.limit = limit;
    }

    /**
     * Takes room.
     *
     * @throws RefusedPictureException when there is none
     */
    void take(long bytes) {
        if (taken.addAndGet(bytes) > limit) {
            taken.addAndGet(-bytes);
            throw new RefusedPictureException(Refusal.GEEN_RUIMTE);
        }
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** Returns how much is taken now. */
    long taken() {
        return taken.get();
    }
}
