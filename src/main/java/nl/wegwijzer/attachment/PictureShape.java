package nl.wegwijzer.attachment;

/**
 * What a file says of its picture, read from its structure without drawing it.
 *
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param orientation how a camera was held: 1 to 8 as in EXIF, 1 for upright
 */
record PictureShape(Format format, int width, int height, int orientation) {
    /** Largest picture that is drawn: 40 megapixels, more than a phone's camera makes by default. */
    static final long MOST_PIXELS = 40_000_000;

    /** The kinds that are drawn, by the name that Java's image readers know them by. */
    enum Format {
        JPEG("jpeg"),
        PNG("png"),
        WEBP("webp");

        private final String reader;

        Format(String reader) {
            this.reader = reader;
        }

        String reader() {
            return reader;
        }
    }

    PictureShape {
        if (width <= 0 || height <= 0) {
            throw new RefusedPictureException(Refusal.KAPOT);
        }
        if ((long) width * height > MOST_PIXELS) {
            throw new RefusedPictureException(Refusal.TE_VEEL_BEELDPUNTEN);
        }
    }
}
