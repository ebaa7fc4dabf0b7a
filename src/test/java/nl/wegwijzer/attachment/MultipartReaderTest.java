package nl.wegwijzer.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
    private static final String BOUNDARY = "----WebKitFormBoundaryabc";

    /** Writes down what it is told. */
    private static final class Told implements MultipartReader.Parts {
        private final List<String> events = new ArrayList<>();
        private final ByteArrayOutputStream file = new ByteArrayOutputStream();

        @Override
        public void field(String name, String value) {
            events.add(name + "=" + value);
        }

        @Override
        public void fileBegins(String name, boolean chosen) {
            events.add("begin " + name + (chosen ? "" : " empty"));
            file.reset();
        }

        @Override
        public void fileData(byte[] data) {
            file.writeBytes(data);
        }

        @Override
        public void fileEnds() {
            events.add("end " + file.toString(StandardCharsets.ISO_8859_1));
        }
    }

    private static String part(String disposition, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static final String FORM = part("name=\"sleutel\"", "abc")
            + part("name=\"tekst\"", "één\r\ntwee")
            + part(
                    "name=\"foto\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg",
                    "\r\n--" + BOUNDARY.substring(1) + "\r\n-")
            + part("name=\"foto\"; filename=\"\"\r\nContent-Type: application/octet-stream", "")
            + "--" + BOUNDARY + "--\r\n";

    private static List<String> read(byte[] form, Random pieces) {
        Told told = new Told();
        MultipartReader reader = new MultipartReader(BOUNDARY, 1000, told);
        int at = 0;
        while (at < form.length) {
            int next = Math.min(form.length, at + 1 + pieces.nextInt(form.length));
            reader.accept(Arrays.copyOfRange(form, at, next));
            at = next;
        }
        reader.end();
        return told.events;
    }

    private static void refuses(String form) {
        MultipartReader reader = new MultipartReader(BOUNDARY, 1000, new Told());
        assertThatThrownBy(() -> {
                    reader.accept(form.getBytes(StandardCharsets.UTF_8));
                    reader.end();
                })
                .isInstanceOf(MalformedFormException.class);
    }

    @Test
    void tellsFieldsAndFilesInOrderHoweverTheyArrive() {
        byte[] form = FORM.getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < 300; seed++) {
            assertThat(read(form, new Random(seed)))
                    .as("seed %d", seed)
                    .containsExactly(
                            "sleutel=abc",
                            "tekst=één\r\ntwee",
                            "begin foto",
                            "end \r\n--" + BOUNDARY.substring(1) + "\r\n-",
                            "begin foto empty",
                            "end ");
        }
    }

    @Test
    void tellsAFieldBeforeTheFileBehindItHasArrived() {
        Told told = new Told();
        MultipartReader reader = new MultipartReader(BOUNDARY, 1000, told);

        reader.accept((part("name=\"sleutel\"", "abc") + "--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"x\"\r\n\r\nbegin")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(told.events).containsExactly("sleutel=abc", "begin foto");
    }

    @Test
    void refusesAFormThatBreaksOff() {
        for (int length = 0; length < FORM.length() - 4; length += 3) {
            refuses(FORM.substring(0, length));
        }
    }

    @Test
    void refusesWhatNoBrowserSends() {
        refuses(part("nothing", "x"));
        refuses("--" + BOUNDARY + "\r\nContent-Type: text/plain\r\n\r\nx\r\n--" + BOUNDARY + "--");
        refuses("--" + BOUNDARY + "and more\r\n");
        refuses(part("name=\"tekst\"", "x".repeat(1001)) + "--" + BOUNDARY + "--");
        refuses("--" + BOUNDARY + "\r\nX: " + "x".repeat(9000));
        refuses(part("name=\"a\"", "").repeat(61) + "--" + BOUNDARY + "--");
        refuses("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=" + BOUNDARY,
                "multipart/form-data; boundary=\"" + BOUNDARY + "\"",
                "Multipart/Form-Data; charset=utf-8; boundary=" + BOUNDARY,
            })
    void findsTheBoundary(String contentType) {
        assertThat(MultipartReader.boundary(contentType)).contains(BOUNDARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/mixed; boundary=x",
                "multipart/form-data; boundary=",
                "",
            })
    void findsNoBoundaryElsewhere(String contentType) {
        assertThat(MultipartReader.boundary(contentType)).isEmpty();
    }

    @FuzzTest(maxDuration = "1m")
    void endsWithPartsOrARefusalWhateverComes(byte[] form) {
        MultipartReader reader = new MultipartReader("b", 1000, new Told());
        try {
            reader.accept(Arrays.copyOf(form, form.length / 2));
            reader.accept(Arrays.copyOfRange(form, form.length / 2, form.length));
            reader.end();
        } catch (MalformedFormException refused) {
            assertThat(refused).hasMessageNotContaining(new String(form, StandardCharsets.ISO_8859_1) + "!");
        }
    }

    @FuzzTest(maxDuration = "1m")
    void looksOverAnyFileWithoutFailing(byte[] file) throws Exception {
        try {
            assertThat(PictureInspection.of(TestPictures.source(file)).width()).isPositive();
        } catch (RefusedPictureException refused) {
            assertThat(refused.refusal()).isNotNull();
        }
    }
}
