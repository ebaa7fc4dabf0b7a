package nl.wegwijzer.attachment;

import static nl.wegwijzer.account.StaffSite.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.wegwijzer.seal.UnsealException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms with files over a real connection, into a real directory. */
class PictureUploadIT {
    private static final int MEGABYTE = 1024 * 1024;
    private static final AttachmentLimits LIMITS = AttachmentLimits.standard();

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Object> results = new LinkedBlockingQueue<>();
    private HttpServer server;

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    private PictureUpload listen(AttachmentLimits limits) {
        PictureUpload upload = new PictureUpload(vertx, directory, limits);
        server = await(vertx.createHttpServer()
                .requestHandler(request -> {
                    request.pause();
                    upload.receive(request, fields -> fields.getOrDefault("sleutel", "")
                                    .equals("goed"))
                            .onComplete(done -> {
                                results.add(done.succeeded() ? done.result() : done.cause());
                                if (!request.isEnded()) {
                                    request.resume();
                                }
                                if (!request.response().closed()) {
                                    request.response().end();
                                }
                            });
                })
                .listen(0, "127.0.0.1"));
        return upload;
    }

    private Object send(byte[] body) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"))
                                .header("Content-Type", MultipartBody.contentType())
                                .timeout(Duration.ofSeconds(60))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        return results.poll(30, TimeUnit.SECONDS);
    }

    private UploadedForm form(byte[] body) throws IOException, InterruptedException {
        Object result = send(body);
        assertThat(result).isInstanceOf(UploadedForm.class);
        return (UploadedForm) result;
    }

    private static byte[] noise(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(TestPictures.ascii(TestPictures.MARKER), 0, bytes, 0, Math.min(length, 12));
        return bytes;
    }

    private static byte[] content(UploadedForm.File file) throws IOException {
        try (StagedPicture.Opened opened =
                ((UploadedForm.Received) file).picture().open()) {
            byte[] bytes = new byte[(int) opened.length()];
            int at = 0;
            while (at < bytes.length) {
                at += opened.read(at, bytes, at, bytes.length - at);
            }
            assertThat(opened.read(at, new byte[1], 0, 1)).isEqualTo(-1);
            return bytes;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void bringsFilesInSealedAndTakesThemAwayAfterwards() throws Exception {
        PictureUpload upload = listen(LIMITS);
        byte[] small = noise(1000, 1);
        byte[] large = noise(3 * MEGABYTE + 17, 2);
        byte[] exact = noise(2 * 64 * 1024, 3);

        UploadedForm form = form(new MultipartBody()
                .field("sleutel", "goed")
                .field("tekst", "dag")
                .file("foto", "IMG_1.jpg", small)
                .file("foto", "IMG_2.jpg", large)
                .file("foto", "", new byte[0])
                .file("foto", "IMG_3.jpg", exact)
                .bytes());

        assertThat(form.field("tekst")).isEqualTo("dag");
        assertThat(form.files()).hasSize(3);
        assertThat(content(form.files().get(0))).isEqualTo(small);
        assertThat(content(form.files().get(1))).isEqualTo(large);
        assertThat(content(form.files().get(2))).isEqualTo(exact);
        assertThat(files()).hasSize(1);
        assertThat(Files.readString(files().get(0), StandardCharsets.ISO_8859_1))
                .doesNotContain(TestPictures.MARKER)
                .doesNotContain("IMG_");
        assertThat(upload.staged()).isGreaterThan(3L * MEGABYTE);
        await(form.cleanUp().get());
        assertThat(files()).isEmpty();
        assertThat(upload.staged()).isZero();
    }

    @Test
    void noticesAPieceThatWasChangedOnDisk() throws Exception {
        listen(LIMITS);
        UploadedForm form = form(new MultipartBody()
                .field("sleutel", "goed")
                .file("foto", "a.jpg", noise(200_000, 1))
                .bytes());
        byte[] sealed = Files.readAllBytes(files().get(0));
        sealed[100_000] ^= 1;
        Files.write(files().get(0), sealed);

        assertThatThrownBy(() -> content(form.files().get(0))).isInstanceOf(UnsealException.class);
    }

    @Test
    void refusesAFileOfSixteenMegabytesAndKeepsTheOthers() throws Exception {
        listen(LIMITS);

        UploadedForm form = form(new MultipartBody()
                .field("sleutel", "goed")
                .file("foto", "a.jpg", noise(16 * MEGABYTE, 1))
                .file("foto", "b.jpg", noise(15 * MEGABYTE, 2))
                .file("foto", "c.jpg", new byte[0])
                .bytes());

        assertThat(form.files().get(0)).isEqualTo(new UploadedForm.Refused(Refusal.TE_GROOT));
        assertThat(content(form.files().get(1))).isEqualTo(noise(15 * MEGABYTE, 2));
        assertThat(form.files().get(2)).isEqualTo(new UploadedForm.Refused(Refusal.LEEG));
    }

    @Test
    void writesNothingWithoutAKeyInFrontOfTheFiles() throws Exception {
        PictureUpload upload = listen(LIMITS);

        UploadedForm without = form(new MultipartBody()
                .file("foto", "a.jpg", noise(MEGABYTE, 1))
                .field("sleutel", "goed")
                .bytes());
        UploadedForm other = form(new MultipartBody()
                .field("sleutel", "goed")
                .file("iets", "a.jpg", noise(MEGABYTE, 1))
                .bytes());

        assertThat(without.files()).isEmpty();
        assertThat(other.files()).isEmpty();
        assertThat(upload.staged()).isZero();
    }

    @Test
    void saysSoWhenTheDiskShareIsFullAndGivesItBack() throws Exception {
        PictureUpload upload = listen(LIMITS.withStagedBytes(2L * MEGABYTE));
        MultipartBody body = new MultipartBody().field("sleutel", "goed").field("tekst", "bewaar mij");
        for (int i = 0; i < 4; i++) {
            body.file("foto", "a.jpg", noise(800_000, i));
        }

        UploadedForm form = form(body.bytes());

        assertThat(form.field("tekst")).isEqualTo("bewaar mij");
        assertThat(form.files().get(0)).isInstanceOf(UploadedForm.Received.class);
        assertThat(form.files().get(1)).isInstanceOf(UploadedForm.Received.class);
        assertThat(form.files().get(3)).isEqualTo(new UploadedForm.Refused(Refusal.GEEN_RUIMTE));
        assertThat(content(form.files().get(1))).isEqualTo(noise(800_000, 1));
        await(form.cleanUp().get());
        assertThat(upload.staged()).isZero();
        assertThat(form(new MultipartBody()
                                .field("sleutel", "goed")
                                .file("foto", "a.jpg", noise(800_000, 9))
                                .bytes())
                        .files()
                        .get(0))
                .isInstanceOf(UploadedForm.Received.class);
    }

    @Test
    void saysSoWhenTheDiskItselfIsAlmostFull() throws Exception {
        listen(new AttachmentLimits(10, MEGABYTE, 4, MEGABYTE, Long.MAX_VALUE, MEGABYTE));

        UploadedForm form = form(new MultipartBody()
                .field("sleutel", "goed")
                .file("foto", "a.jpg", noise(1000, 1))
                .bytes());

        assertThat(form.files()).containsExactly(new UploadedForm.Refused(Refusal.GEEN_RUIMTE));
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesAFormThatIsTooLongAsAWhole() throws Exception {
        listen(new AttachmentLimits(2, 100_000, 4, MEGABYTE, 0, MEGABYTE));

        Object result = send(new MultipartBody()
                .field("sleutel", "goed")
                .file("foto", "a.jpg", noise(3 * MEGABYTE, 1))
                .bytes());

        assertThat(result)
                .isInstanceOfSatisfying(RefusedPictureException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.TE_GROOT));
    }

    @Test
    void refusesWhatIsNoForm() throws Exception {
        listen(LIMITS);

        assertThat(send("zomaar iets".getBytes(StandardCharsets.UTF_8))).isInstanceOf(MalformedFormException.class);
        assertThat(send(Arrays.copyOf(
                        new MultipartBody()
                                .field("sleutel", "goed")
                                .file("foto", "a.jpg", noise(90_000, 1))
                                .bytes(),
                        80_000)))
                .isInstanceOf(MalformedFormException.class);
        awaitEmpty();
    }

    @Test
    void leavesNothingWhenTheConnectionBreaks() throws Exception {
        PictureUpload upload = listen(LIMITS);
        byte[] body = new MultipartBody()
                .field("sleutel", "goed")
                .file("foto", "a.jpg", noise(2 * MEGABYTE, 1))
                .bytes();
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Type: " + MultipartBody.contentType()
                            + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, MEGABYTE);
            out.flush();
        }

        assertThat(results.poll(30, TimeUnit.SECONDS)).isInstanceOf(Throwable.class);
        awaitEmpty();
        assertThat(upload.staged()).isZero();
    }

    @Test
    void refusesMoreUploadsThanItCanReceiveAtOnce() throws Exception {
        listen(new AttachmentLimits(10, MEGABYTE, 1, 10L * MEGABYTE, 0, MEGABYTE));
        List<Socket> slow = new ArrayList<>();
        Socket first = new Socket("127.0.0.1", server.actualPort());
        slow.add(first);
        first.getOutputStream()
                .write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Type: " + MultipartBody.contentType()
                                + "\r\nContent-Length: 5000\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        Thread.sleep(500);

        UploadedForm form = form(new MultipartBody()
                .field("sleutel", "goed")
                .file("foto", "a.jpg", noise(1000, 1))
                .bytes());

        assertThat(form.files()).containsExactly(new UploadedForm.Refused(Refusal.DRUK));
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void emptiesItsDirectoryAtTheStart() throws IOException {
        Files.write(directory.resolve("oud.deel"), new byte[10]);

        listen(LIMITS);

        assertThat(files()).isEmpty();
    }

    private void awaitEmpty() throws IOException, InterruptedException {
        for (int i = 0; i < 100 && !files().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(files()).isEmpty();
    }
}
