package nl.wegwijzer.attachment;

import static nl.wegwijzer.attachment.TestPictures.MARKER;
import static nl.wegwijzer.attachment.TestPictures.ascii;
import static nl.wegwijzer.attachment.TestPictures.join;
import static nl.wegwijzer.attachment.TestPictures.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureRedrawingTest {

    private static byte[] redraw(byte[] sent) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PictureRedrawing.redraw(source(sent), PictureInspection.of(source(sent)), out);
        return out.toByteArray();
    }

    private static BufferedImage drawn(byte[] sent) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(redraw(sent)));
    }

    private static void refuses(byte[] sent, Refusal refusal) {
        assertThatThrownBy(() -> redraw(sent))
                .isInstanceOfSatisfying(RefusedPictureException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(refusal));
    }

    private static void keepsNothingBesidesThePicture(byte[] sent) throws IOException {
        byte[] kept = redraw(sent);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(MARKER);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(MARKER)
                .doesNotContain("Exif")
                .doesNotContain("xmpmeta")
                .doesNotContain("8BIM")
                .doesNotContain("ICC_PROFILE");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept))).isNotNull();
    }

    @Test
    void leavesNothingOfAPhotosPlaceCameraThumbnailAndComment() throws IOException {
        keepsNothingBesidesThePicture(TestPictures.tellingJpeg(320, 200, 1));
    }

    @Test
    void leavesNothingOfAScreenshotsTextAndTime() throws IOException {
        keepsNothingBesidesThePicture(TestPictures.tellingPng(320, 200, 1));
    }

    @Test
    void writesOnlyWhatAPictureNeeds() throws IOException {
        byte[] kept = redraw(TestPictures.tellingJpeg(64, 64, 1));
        int at = 2;
        while ((kept[at + 1] & 0xFF) != 0xDA) {
            int marker = kept[at + 1] & 0xFF;
            assertThat(marker).as("segment").isIn(0xE0, 0xDB, 0xC0, 0xC4);
            at += 2 + ((kept[at + 2] & 0xFF) << 8 | kept[at + 3] & 0xFF);
        }
    }

    /** Where the red quarter of a stored picture must be when it is upright. */
    @ParameterizedTest
    @CsvSource({
        "1, 300, 200, 0, 0",
        "2, 300, 200, 1, 0",
        "3, 300, 200, 1, 1",
        "4, 300, 200, 0, 1",
        "5, 200, 300, 0, 0",
        "6, 200, 300, 1, 0",
        "7, 200, 300, 1, 1",
        "8, 200, 300, 0, 1"
    })
    void standsUprightHoweverThePhoneWasHeld(int orientation, int width, int height, int right, int below)
            throws IOException {
        for (byte[] sent : new byte[][] {
            TestPictures.tellingJpeg(300, 200, orientation), TestPictures.tellingPng(300, 200, orientation)
        }) {
            BufferedImage upright = drawn(sent);
            assertThat(upright.getWidth()).isEqualTo(width);
            assertThat(upright.getHeight()).isEqualTo(height);
            int x = right == 1 ? width * 3 / 4 : width / 4;
            int y = below == 1 ? height * 3 / 4 : height / 4;
            Color colour = new Color(upright.getRGB(x, y));
            assertThat(colour.getRed()).isGreaterThan(200);
            assertThat(colour.getGreen() + colour.getBlue()).isLessThan(100);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "800, 600, 800, 600",
        "4000, 3000, 2048, 1536",
        "3000, 6500, 945, 2048",
        "1080, 9000, 1024, 8533",
        "100, 2500, 100, 2500"
    })
    void isNotLargerThanNeededToReadIt(int width, int height, int keptWidth, int keptHeight) throws IOException {
        BufferedImage kept = drawn(TestPictures.jpeg(width, height));

        assertThat(kept.getWidth()).isEqualTo(keptWidth);
        assertThat(kept.getHeight()).isEqualTo(keptHeight);
    }

    @Test
    void neverDecodesMuchMoreThanItKeeps() {
        Random random = new Random(20_261_121);
        for (int i = 0; i < 10_000; i++) {
            int width = 1 + random.nextInt(40_000);
            int height = 1 + random.nextInt(Math.max(1, Math.min(40_000, 40_000_000 / width)));
            PictureSize size = PictureSize.of(width, height);
            assertThat((long) (width / size.step()) * (height / size.step()))
                    .as("%d x %d", width, height)
                    .isLessThanOrEqualTo(Math.max(4L * 2_048 * 2_048, 4L * 1_024 * 16_384));
            assertThat(size.width()).isBetween(1, width);
            assertThat(size.height()).isBetween(1, height);
        }
    }

    @Test
    void drawsWebp() throws IOException {
        // a lossy picture of one grey pixel, and a lossless one
        byte[] lossy = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        byte[] lossless = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

        assertThat(drawn(lossy).getWidth()).isEqualTo(1);
        assertThat(drawn(lossless).getWidth()).isEqualTo(1);
    }

    @Test
    void showsWhatWasTransparentOnWhite() throws IOException {
        BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", png);

        assertThat(new Color(drawn(png.toByteArray()).getRGB(10, 10))).isEqualTo(Color.WHITE);
    }

    @Test
    void refusesMorePixelsThanAnyCameraMakesBeforeDrawing() {
        refuses(TestPictures.pngBomb(100_000, 100_000), Refusal.TE_VEEL_BEELDPUNTEN);
        refuses(TestPictures.pngBomb(Integer.MAX_VALUE, 1), Refusal.TE_VEEL_BEELDPUNTEN);
        refuses(TestPictures.jpegBomb(65_000, 65_000), Refusal.TE_VEEL_BEELDPUNTEN);
        refuses(
                join(
                        ascii("RIFF"),
                        new byte[] {30, 0, 0, 0},
                        ascii("WEBPVP8X"),
                        new byte[] {10, 0, 0, 0},
                        new byte[] {0, 0, 0, 0, -1, -1, 0, -1, -1, 0},
                        ascii("VP8L"),
                        new byte[] {0, 0, 0, 0}),
                Refusal.KAPOT);
    }

    @Test
    void refusesAWebpWhoseDrawingIsLargerThanItsCanvas() {
        byte[] drawing = {0x2F, -1, -1, -1, 0x0F, 0, 0, 0, 0, 0};
        refuses(
                join(
                        ascii("RIFF"),
                        new byte[] {40, 0, 0, 0},
                        ascii("WEBPVP8X"),
                        new byte[] {10, 0, 0, 0},
                        new byte[] {0, 0, 0, 0, 9, 0, 0, 9, 0, 0},
                        ascii("VP8L"),
                        new byte[] {10, 0, 0, 0},
                        drawing),
                Refusal.TE_VEEL_BEELDPUNTEN);
    }

    @Test
    void refusesAPhotoThatKeepsADecoderBusyForAnHour() {
        refuses(TestPictures.jpegWithScans(5_000), Refusal.KAPOT);
    }

    /** What this thread alone asked for: neither the collector nor another test has a part in it. */
    @Test
    void doesNotUnpackTheTextInAPng() throws IOException {
        int text = 100_000_000;
        byte[] plain = TestPictures.png(16, 16);
        byte[] bomb = TestPictures.pngWithTextBomb(text);
        drawn(plain);

        long withoutText = allocatedBy(() -> assertThat(drawn(plain).getWidth()).isEqualTo(16));
        long withText = allocatedBy(() -> assertThat(drawn(bomb).getWidth()).isEqualTo(16));
        long withNotes = allocatedBy(() -> readWithNotes(bomb));

        assertThat(withText - withoutText).isLessThan(1_000_000L);
        assertThat(withNotes).as("what a reader of notes asks for").isGreaterThan(text);
    }

    private static void readWithNotes(byte[] png) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(input, true, false);
            assertThat(reader.getImageMetadata(0)).isNotNull();
        } finally {
            reader.dispose();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static long allocatedBy(Work work) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void refusesAFileBehindAPicture() {
        byte[] html = ascii("<html><script>alert(1)</script></html>");
        byte[] zip = join(ascii("PK\u0003\u0004"), new byte[60], ascii("PK\u0005\u0006"), new byte[18]);
        for (byte[] behind : new byte[][] {html, zip, ascii("%PDF-1.7"), ascii("x")}) {
            refuses(join(TestPictures.jpeg(40, 40), behind), Refusal.VERSTOPT);
            refuses(join(TestPictures.png(40, 40), behind), Refusal.VERSTOPT);
        }
    }

    @Test
    void takesWhatPhonesPutBehindAPhotoAndDropsIt() throws IOException {
        byte[] photo = TestPictures.jpeg(40, 40);
        byte[] second = join(TestPictures.jpeg(8, 8), ascii(MARKER));
        byte[] film = join(new byte[] {0, 0, 0, 24}, ascii("ftypmp42" + MARKER));
        byte[] samsung = ascii("Image_UTC_Data" + MARKER + "SEFHxxxxSEFT");
        for (byte[] behind : new byte[][] {second, film, samsung}) {
            keepsNothingBesidesThePicture(join(photo, behind));
        }
        assertThat(drawn(join(photo, new byte[512])).getWidth()).isEqualTo(40);
    }

    @Test
    void tellsAnIphonesPhotoAndAFilmFromAPicture() {
        refuses(join(new byte[] {0, 0, 0, 24}, ascii("ftypheicmif1heic")), Refusal.HEIC);
        refuses(join(new byte[] {0, 0, 0, 24}, ascii("ftypmif1heic0000")), Refusal.HEIC);
        refuses(join(new byte[] {0, 0, 0, 24}, ascii("ftypmp42isom0000")), Refusal.FILM);
        refuses(join(new byte[] {0, 0, 0, 24}, ascii("ftypqt  isom0000")), Refusal.FILM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><script>alert(1)</script>",
                "%PDF-1.7 and then some",
                "GIF89a and then some",
                "PK\u0003\u0004 and then some more",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "MZ and then some more",
                "kort",
            })
    void refusesWhatOnlyItsNameCallsAPicture(String content) {
        refuses(ascii(content), Refusal.GEEN_FOTO);
    }

    @Test
    void refusesNothingAtAll() {
        refuses(new byte[0], Refusal.LEEG);
    }

    @Test
    void refusesAPictureThatBreaksOffWhereverItDoes() {
        for (byte[] whole : new byte[][] {TestPictures.tellingJpeg(60, 40, 6), TestPictures.tellingPng(60, 40, 6)}) {
            for (int length = 12; length < whole.length; length += 7) {
                refuses(Arrays.copyOf(whole, length), Refusal.KAPOT);
            }
        }
    }

    @Test
    void neverAnswersADamagedPictureWithAnythingButARefusalOrAPicture() {
        long seed = 4_711;
        Random random = new Random(seed);
        byte[][] wholes = {
            TestPictures.tellingJpeg(60, 40, 6),
            TestPictures.tellingPng(60, 40, 6),
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")
        };
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = wholes[i % wholes.length].clone();
            for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(redraw(damaged)).isNotEmpty();
            } catch (RefusedPictureException refused) {
                assertThat(refused.refusal()).isNotNull();
            } catch (IOException | RuntimeException other) {
                throw new AssertionError("seed " + seed + ", round " + i, other);
            }
        }
    }
}
