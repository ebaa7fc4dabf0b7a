package nl.wegwijzer.attachment;

import java.io.IOException;
import java.util.Set;

/** Looks a file over by its content, never by its name, before anything is drawn. */
final class PictureInspection {
    private static final int ENOUGH_BYTES = 12;
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");

    private PictureInspection() {}

    /**
     * Looks a file over.
     *
     * @throws RefusedPictureException when it is not a picture that we can draw safely
     */
    static PictureShape of(PictureSource source) throws IOException {
        if (source.length() == 0) {
            throw new RefusedPictureException(Refusal.LEEG);
        }
        if (source.length() < ENOUGH_BYTES) {
            throw new RefusedPictureException(Refusal.GEEN_FOTO);
        }
        String start = new SourceBytes(source).letters(ENOUGH_BYTES);
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return JpegStructure.read(source);
        }
        if (start.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PngStructure.read(source);
        }
        if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
            return WebpStructure.read(source);
        }
        throw new RefusedPictureException(otherKind(start));
    }

    private static Refusal otherKind(String start) {
        if (start.startsWith("ftyp", 4)) {
            return HEIC_BRANDS.contains(start.substring(8)) ? Refusal.HEIC : Refusal.FILM;
        }
        boolean film = start.startsWith("\u001AE\u00DF\u00A3") || start.startsWith("RIFF") && start.endsWith("AVI ");
        return film ? Refusal.FILM : Refusal.GEEN_FOTO;
    }
}
