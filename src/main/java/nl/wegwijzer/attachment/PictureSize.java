package nl.wegwijzer.attachment;

/**
 * How large a picture is kept. Ordinary ones get at most 2048 pixels on the longer side: enough to read a class list on a
 * wall, not enough to fill the disk. A long screenshot of a chat would become unreadable that way, so a strip keeps the
 * width of a phone's screen.
 *
 * @param width as kept, before it is turned upright
 * @param height as kept, before it is turned upright
 * @param step every how many-th pixel is decoded, so that never much more than what is kept is in memory
 */
record PictureSize(int width, int height, int step) {
    private static final int LONGEST = 2_048;
    private static final int STRIP_SHORTER = 1_024;
    private static final int STRIP_LONGEST = 16_384;
    private static final int STRIP_RATIO = 3;

    static PictureSize of(int width, int height) {
        int longer = Math.max(width, height);
        int shorter = Math.min(width, height);
        double scale = Math.min(1.0, (double) LONGEST / longer);
        if (longer > (long) shorter * STRIP_RATIO) {
            double strip = Math.min((double) STRIP_SHORTER / shorter, (double) STRIP_LONGEST / longer);
            scale = Math.min(1.0, Math.max(scale, strip));
        }
        return new PictureSize(scaled(width, scale), scaled(height, scale), Math.max(1, (int) (1 / scale)));
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }
}
