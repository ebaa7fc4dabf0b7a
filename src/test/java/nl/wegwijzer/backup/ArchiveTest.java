package nl.wegwijzer.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nl.wegwijzer.seal.BoxKeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final int CHUNK = ArchiveFormat.CHUNK_BYTES;
    /** Nonce and tag around each chunk. */
    private static final int SEALED = CHUNK + 28;

    private final BoxKeyPair keys = BoxKeyPair.generate();

    private byte[] sealed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveOutput archive = new ArchiveOutput(ArchiveFormat.BACKUP, out, Recipient.of(keys));
        archive.write(content);
        archive.finish();
        return out.toByteArray();
    }

    private byte[] opened(byte[] archive) throws IOException {
        return new ArchiveInput(ArchiveFormat.BACKUP, new ByteArrayInputStream(archive), List.of(keys)).readAllBytes();
    }

    private static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    /** Where the first chunk begins. */
    private int beginning() throws IOException {
        return sealed(new byte[0]).length - 28;
    }

    private List<byte[]> chunks(byte[] archive) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        for (int at = beginning(); at < archive.length; at += SEALED) {
            chunks.add(Arrays.copyOfRange(archive, at, Math.min(archive.length, at + SEALED)));
        }
        return chunks;
    }

    private byte[] joined(byte[] archive, List<byte[]> chunks) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(archive, 0, beginning());
        chunks.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private void assertRefused(byte[] archive) {
        assertThatThrownBy(() -> opened(archive))
                .isInstanceOf(BackupException.class)
                .satisfies(refused -> assertThat(refused.getMessage().lines()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7})
    void whatGoesInComesOut(int bytes) throws IOException {
        assertThat(opened(sealed(content(bytes)))).isEqualTo(content(bytes));
    }

    @Test
    void singleBytesAndPiecesOfAnySizeComeOutAsWell() throws IOException {
        byte[] content = content(2 * CHUNK + 3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveOutput archive = new ArchiveOutput(ArchiveFormat.BACKUP, out, Recipient.of(keys));
        for (byte octet : content) {
            archive.write(octet);
        }
        archive.finish();
        ArchiveInput in =
                new ArchiveInput(ArchiveFormat.BACKUP, new ByteArrayInputStream(out.toByteArray()), List.of(keys));
        for (byte octet : content) {
            assertThat(in.read()).isEqualTo(octet & 0xff);
        }
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read(new byte[4])).isEqualTo(-1);
    }

    @Test
    void noReadableByteLeaves() throws IOException {
        byte[] archive = sealed("verklikkermij".repeat(20_000).getBytes(StandardCharsets.UTF_8));

        assertThat(new String(archive, StandardCharsets.ISO_8859_1)).doesNotContain("verklikkermij");
    }

    @Test
    void anArchiveOfTheFirstVersionIsRefusedWithWhatToDo() {
        byte[] first = "WEGWIJZER BACKUP 1\nen zo voort".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> opened(first))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("earlier Wegwijzer: restore it with that one");
    }

    @Test
    void erasureKeysAreNoArchiveAndAnArchiveIsNone() throws IOException {
        byte[] archive = sealed(content(100));
        byte[] line = ArchiveFormat.ERASURE_KEYS.firstLine();

        assertThatThrownBy(() ->
                        new ArchiveInput(ArchiveFormat.ERASURE_KEYS, new ByteArrayInputStream(archive), List.of(keys)))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("no file of erasure keys");
        byte[] disguised = Arrays.copyOf(line, line.length + archive.length - ArchiveFormat.BACKUP.firstLine().length);
        System.arraycopy(
                archive,
                ArchiveFormat.BACKUP.firstLine().length,
                disguised,
                line.length,
                disguised.length - line.length);
        assertThatThrownBy(() -> new ArchiveInput(
                        ArchiveFormat.ERASURE_KEYS, new ByteArrayInputStream(disguised), List.of(keys)))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void oneOfSeveralKeysIsEnough() throws IOException {
        byte[] archive = sealed(content(100));

        assertThat(new ArchiveInput(
                                ArchiveFormat.BACKUP,
                                new ByteArrayInputStream(archive),
                                List.of(BoxKeyPair.generate(), keys))
                        .readAllBytes())
                .isEqualTo(content(100));
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        byte[] archive = sealed(content(100));

        assertThatThrownBy(() -> new ArchiveInput(
                        ArchiveFormat.BACKUP, new ByteArrayInputStream(archive), List.of(BoxKeyPair.generate())))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        byte[] archive = sealed(content(3 * CHUNK + 7));
        int edges = beginning() + 30;
        for (int at = 0; at < archive.length; at += at < edges || at > archive.length - 40 ? 1 : 1_511) {
            byte[] changed = archive.clone();
            changed[at] ^= 1;
            assertRefused(changed);
        }
    }

    @Test
    void whereverItIsCutOffItIsNoticed() throws IOException {
        byte[] archive = sealed(content(3 * CHUNK));
        for (int chunk = 0; chunk < 3; chunk++) {
            for (int around = -2; around <= 2; around++) {
                assertRefused(Arrays.copyOf(archive, beginning() + chunk * SEALED + around));
            }
        }
        for (int length = 0; length < beginning(); length++) {
            assertRefused(Arrays.copyOf(archive, length));
        }
        assertRefused(Arrays.copyOf(archive, archive.length - 1));
    }

    @Test
    void chunksOutOfPlaceAreNoticed() throws IOException {
        byte[] archive = sealed(content(4 * CHUNK));
        List<byte[]> chunks = chunks(archive);
        assertThat(opened(joined(archive, chunks))).isEqualTo(content(4 * CHUNK));
        for (int one = 0; one < 4; one++) {
            for (int other = 0; other < 4; other++) {
                List<byte[]> changed = new ArrayList<>(chunks);
                if (one == other) {
                    changed.remove(one);
                } else {
                    changed.set(one, chunks.get(other));
                }
                assertRefused(joined(archive, changed));
            }
            List<byte[]> longer = new ArrayList<>(chunks);
            longer.add(chunks.get(one));
            assertRefused(joined(archive, longer));
        }
        List<byte[]> foreign = new ArrayList<>(chunks);
        foreign.set(1, chunks(sealed(content(4 * CHUNK))).get(1));
        assertRefused(joined(archive, foreign));
        byte[] trailing = Arrays.copyOf(archive, archive.length + 1);
        assertRefused(trailing);
    }

    @Test
    void oneThatWasNotFinishedHasNoEnd() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArchiveOutput archive = new ArchiveOutput(ArchiveFormat.BACKUP, out, Recipient.of(keys))) {
            archive.write(content(2 * CHUNK));
        }
        assertRefused(out.toByteArray());
    }

    @Test
    void nothingOfADamagedChunkIsHandedOut() throws IOException {
        byte[] content = content(2 * CHUNK);
        byte[] archive = sealed(content);
        archive[archive.length - 1] ^= 1;
        ArchiveInput in = new ArchiveInput(ArchiveFormat.BACKUP, new ByteArrayInputStream(archive), List.of(keys));

        assertThat(in.readNBytes(CHUNK)).isEqualTo(Arrays.copyOf(content, CHUNK));
        assertThatThrownBy(in::read).isInstanceOf(BackupException.class);
    }

    @Test
    void writingKeepsOneChunkAndReadingTwo() throws IOException {
        Counted counted = new Counted();
        ArchiveOutput archive = new ArchiveOutput(ArchiveFormat.BACKUP, counted, Recipient.of(keys));
        long written = 0;
        for (int piece = 1; piece < 2_000; piece += 7) {
            archive.write(new byte[piece * 100]);
            written += piece * 100L;
            assertThat(written - counted.count).isLessThanOrEqualTo(CHUNK);
            assertThat(counted.largest).isLessThanOrEqualTo(SEALED);
        }
        assertThat(written).isGreaterThan(20L * CHUNK);

        byte[] sealed = sealed(new byte[40 * CHUNK]);
        ByteArrayInputStream source = new ByteArrayInputStream(sealed);
        InputStream in = new ArchiveInput(ArchiveFormat.BACKUP, source, List.of(keys));
        long read = 0;
        byte[] part = new byte[10_000];
        for (int count = in.read(part); count >= 0; count = in.read(part)) {
            read += count;
            long taken = sealed.length - source.available();
            assertThat(taken - read).isLessThanOrEqualTo(3L * SEALED);
        }
        assertThat(read).isEqualTo(40L * CHUNK);
    }

    private static final class Counted extends OutputStream {
        private long count;
        private int largest;

        @Override
        public void write(int octet) {
            count++;
        }

        @Override
        public void write(byte[] data, int offset, int length) {
            count += length;
            largest = Math.max(largest, length);
        }
    }
}
