package nl.wegwijzer.attachment;

/**
 * How much may be sent and kept.
 *
 * @param perReport pictures in one report
 * @param fileBytes largest file that is received
 * @param uploadsAtOnce forms with pictures that one node receives at the same time
 * @param stagedBytes sealed bytes that all running uploads of one node may hold on disk
 * @param spareDiskBytes free space that must be left on that disk for an upload to begin; the database may share it
 * @param schoolBytes kept by one school in all its reports
 */
public record AttachmentLimits(
        int perReport, long fileBytes, int uploadsAtOnce, long stagedBytes, long spareDiskBytes, long schoolBytes) {
    private static final long MEGABYTE = 1024L * 1024;

    /** Ten files of 15 MB in a report, and bounds that keep one node's disk and one school's share small. */
    public static AttachmentLimits standard() {
        return new AttachmentLimits(10, 15 * MEGABYTE, 32, 2_048 * MEGABYTE, 512 * MEGABYTE, 8_192 * MEGABYTE);
    }

    /** Returns the same limits with less room for running uploads. */
    public AttachmentLimits withStagedBytes(long bytes) {
        return new AttachmentLimits(perReport, fileBytes, uploadsAtOnce, bytes, spareDiskBytes, schoolBytes);
    }

    /** Returns the same limits with less room for a school. */
    public AttachmentLimits withSchoolBytes(long bytes) {
        return new AttachmentLimits(perReport, fileBytes, uploadsAtOnce, stagedBytes, spareDiskBytes, bytes);
    }
}
