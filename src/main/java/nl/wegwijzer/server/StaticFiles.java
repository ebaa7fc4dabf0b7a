package nl.wegwijzer.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.wegwijzer.page.Assets;

/**
 * The files of {@code web/static}, loaded once at start, compressed once, and served from memory below a folder named
 * after the hash of them all, so that style sheets and scripts can name each other. What is not in the list does not
 * exist.
 */
final class StaticFiles implements Assets {
    private static final String ROOT = "web/static";
    private static final String PREFIX = "/s/";
    private static final int HASH_BYTES = 6;
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webp", "image/webp");

    private final Map<String, String> pathsByName = new HashMap<>();
    private final Map<String, Served> filesByPath = new HashMap<>();

    private record Served(String type, Buffer plain, Buffer gzip) {}

    private StaticFiles() {}

    /**
     * Loads every file; blocks, so call it before serving.
     *
     * @throws StartupException when a file can't be read or has a type that browsers should not get from us
     */
    static StaticFiles load() {
        StaticFiles files = new StaticFiles();
        try {
            URI root = Optional.ofNullable(StaticFiles.class.getClassLoader().getResource(ROOT))
                    .orElseThrow(() -> new StartupException("The static files are missing from this build."))
                    .toURI();
            if (root.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
                    files.addAll(jar.getPath(ROOT));
                }
            } else {
                files.addAll(Path.of(root));
            }
        } catch (IOException | URISyntaxException e) {
            throw new StartupException("The static files can't be read: " + e.getMessage(), e);
        }
        return files;
    }

    /** Serves the files below {@code /s/}. */
    void mount(Router router) {
        router.get(PREFIX + "*").handler(this::serve);
    }

    @Override
    public String path(String name) {
        return Optional.ofNullable(pathsByName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no such static file: " + name));
    }

    private void serve(RoutingContext context) {
        Served file = filesByPath.get(context.normalizedPath());
        if (file == null) {
            context.fail(404);
            return;
        }
        boolean gzip = Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))
                        .orElse("")
                        .contains("gzip")
                && file.gzip().length() < file.plain().length();
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, file.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.end(gzip ? file.gzip() : file.plain());
    }

    private void addAll(Path root) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(root)) {
            found = walk.filter(Files::isRegularFile).toList();
        }
        String version = hash(concatenated(found));
        for (Path file : found) {
            String name = root.relativize(file).toString().replace('\\', '/');
            String type = Optional.ofNullable(TYPES.get(extension(name)))
                    .orElseThrow(() -> new StartupException("A static file of an unknown type: " + name));
            byte[] content = Files.readAllBytes(file);
            String path = PREFIX + version + "/" + name;
            pathsByName.put(name, path);
            filesByPath.put(path, new Served(type, Buffer.buffer(content), Buffer.buffer(gzip(content))));
        }
    }

    private static byte[] concatenated(List<Path> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).forEach(file -> {
            try {
                all.writeBytes(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all.toByteArray();
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        }
        return compressed.toByteArray();
    }
}
