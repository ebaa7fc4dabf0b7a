package nl.wegwijzer.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFilesTest {
    @TempDir
    private Path directory;

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aKeyFileIsTheOwnersAloneAndHoldsTheOtherHalfOfWhatIsShown() throws IOException {
        Path file = directory.resolve("sleutel");

        Recipient shown = PrivateKeyFile.create(file);

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(Recipient.of(PrivateKeyFile.read(file))).isEqualTo(shown);
        assertThat(Recipient.parse(" " + shown + "\n")).isEqualTo(shown);
        assertThat(PrivateKeyFile.create(directory.resolve("andere"))).isNotEqualTo(shown);
    }

    @Test
    void aKeyIsNeverOverwritten() throws IOException {
        Path file = directory.resolve("sleutel");
        Files.writeString(file, "iets anders");

        assertThatThrownBy(() -> PrivateKeyFile.create(file))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("never overwritten");
        assertThat(file).hasContent("iets anders");
    }

    @Test
    void everyTypingErrorInAKeyIsNoticedAndTheKeyIsNotRepeated() throws IOException {
        Path file = directory.resolve("sleutel");
        String shown = PrivateKeyFile.create(file).toString();
        String secret = Files.readAllLines(file).get(2);
        assertThat(secret).startsWith("wegwijzer-backup-private-");
        for (int at = 0; at < secret.length(); at++) {
            char other = secret.charAt(at) == 'A' ? 'B' : 'A';
            Files.writeString(file, secret.substring(0, at) + other + secret.substring(at + 1));
            assertThatThrownBy(() -> PrivateKeyFile.read(file))
                    .isInstanceOf(BackupException.class)
                    .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(secret.substring(30, 50)));
            if (at < shown.length()) {
                String mistyped =
                        shown.substring(0, at) + (shown.charAt(at) == 'A' ? 'B' : 'A') + shown.substring(at + 1);
                assertThatThrownBy(() -> Recipient.parse(mistyped)).isInstanceOf(BackupException.class);
            }
        }
        for (String none : List.of("", shown, secret + "\n" + secret, "\0", secret.substring(3), secret + "AAAA")) {
            Files.writeString(file, none);
            assertThatThrownBy(() -> PrivateKeyFile.read(file)).isInstanceOf(BackupException.class);
        }
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 10});
        assertThatThrownBy(() -> PrivateKeyFile.read(file)).isInstanceOf(BackupException.class);
        Files.write(file, new byte[100_000]);
        assertThatThrownBy(() -> PrivateKeyFile.read(file)).isInstanceOf(BackupException.class);
        assertThatThrownBy(() -> Recipient.parse(secret)).isInstanceOf(BackupException.class);
    }

    @Test
    void anArchiveGetsItsNameWhenItIsWholeAndIsTheOwnersAlone() throws Exception {
        Path file = directory.resolve("kopie");

        ArchiveFile.Written<String> written = ArchiveFile.write(file, out -> {
            out.write(new byte[] {'a', 'b', 'c'});
            assertThat(file).doesNotExist();
            assertThat(permissions(files().get(0))).isEqualTo("rw-------");
            return "klaar";
        });

        assertThat(written)
                .isEqualTo(new ArchiveFile.Written<>(
                        3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "klaar"));
        assertThat(files()).containsExactly(file);
        assertThat(file).hasContent("abc");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aWriteThatFailsLeavesNothing() throws IOException {
        Path file = directory.resolve("kopie");
        assertThatThrownBy(() -> ArchiveFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> ArchiveFile.write(file, out -> {
                    throw new SQLException("weg");
                }))
                .isInstanceOf(SQLException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void anArchiveIsNeverOverwrittenNotEvenOneThatAppearsMeanwhile() throws IOException {
        Path file = directory.resolve("kopie");
        assertThatThrownBy(() -> ArchiveFile.write(file, out -> Files.writeString(file, "eerder")))
                .isInstanceOf(BackupException.class);
        assertThatThrownBy(() -> ArchiveFile.write(file, out -> {
                    throw new AssertionError("begun");
                }))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("never overwritten");
        assertThat(file).hasContent("eerder");
        assertThat(files()).containsExactly(file);
        assertThatThrownBy(() -> ArchiveFile.write(directory.resolve("nergens/kopie"), out -> 1))
                .isInstanceOf(BackupException.class);
    }
}
