package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that a node has written: its database, row by row, and its files, byte by byte. */
final class WrittenThings {
    private final Path data;

    WrittenThings(TestNode node) {
        this(node.data());
    }

    WrittenThings(Path data) {
        this.data = data;
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private Connection superuser() throws SQLException, IOException {
        String port = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .get(3);
        String password = Files.readString(data.resolve("postgres-password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/wegwijzer", "postgres", password);
    }

    /** Dumps every row of every table as text, binary columns in hexadecimal digits. */
    String dump() throws SQLException, IOException {
        StringBuilder dump = new StringBuilder();
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            assertThat(tables).contains("report", "report_item", "audit");
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                    while (rows.next()) {
                        dump.append(table).append(' ').append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return dump.toString();
    }

    /** Searches every file of the data directory, the write-ahead log and the server's own log among them. */
    List<String> filesWith(List<String> secrets) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(data)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("postgres-binaries"))
                    .toList();
        }
        for (Path file : files) {
            String content;
            try {
                content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            } catch (NoSuchFileException gone) {
                continue;
            }
            for (String secret : secrets) {
                String bytes = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                if (content.contains(bytes.toLowerCase(Locale.ROOT))) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }
}
