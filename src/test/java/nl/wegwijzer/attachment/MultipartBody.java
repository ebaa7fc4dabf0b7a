package nl.wegwijzer.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a form with files as a browser does. */
public final class MultipartBody {
    private static final String BOUNDARY = "----WebKitFormBoundaryQ1w2E3r4T5";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public MultipartBody field(String name, String value) {
        part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public MultipartBody file(String name, String fileName, byte[] content) {
        part("name=\"" + name + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream", content);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(TestPictures.ascii("--" + BOUNDARY + "--\r\n"));
        return whole.toByteArray();
    }

    private void part(String disposition, byte[] content) {
        out.writeBytes(TestPictures.ascii("--" + BOUNDARY + "\r\nContent-Disposition: form-data; "));
        out.writeBytes(disposition.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(TestPictures.ascii("\r\n\r\n"));
        out.writeBytes(content);
        out.writeBytes(TestPictures.ascii("\r\n"));
    }
}
