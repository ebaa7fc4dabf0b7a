package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.Randomness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SecretsTest {
    private static final AssociatedData PURPOSE = AssociatedData.of("proef");
    private static final byte[] STATE = {1, 2, 3};

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void inTheDataDirectory() {
        file = directory.resolve("secrets.properties");
    }

    @Test
    void aNewFormKeySealsAndTheOldOneStillOpens() {
        String before = Secrets.load(file).formSeal(Clock.systemUTC()).seal(PURPOSE, STATE, Duration.ofHours(1));

        assertThat(rotate("--form-key")).isZero();

        Secrets after = Secrets.load(file);
        assertThat(after.formSeal(Clock.systemUTC()).open(PURPOSE, before)).isEqualTo(STATE);
        assertThat(after.currentFormKey()).isEqualTo(2);
        assertThat(after.currentPepper()).isEqualTo(1);
        String fresh = after.formSeal(Clock.systemUTC()).seal(PURPOSE, STATE, Duration.ofHours(1));
        assertThat(after.formSeal(Clock.systemUTC()).open(PURPOSE, fresh)).isEqualTo(STATE);
        assertThat(fresh.substring(0, 6)).isNotEqualTo(before.substring(0, 6));
    }

    @Test
    void aNewPepperIsTriedFirstAndTheOldOnesAfterItFromNewToOld() {
        byte[] first = Secrets.load(file).pepper();
        rotate("--pepper");
        byte[] second = Secrets.load(file).pepper();
        rotate("--pepper");

        assertThat(Secrets.load(file).peppers()).hasSize(3);
        assertThat(Secrets.load(file).peppers().get(0))
                .isEqualTo(Secrets.load(file).pepper());
        assertThat(Secrets.load(file).peppers().get(1)).isEqualTo(second).isNotEqualTo(first);
        assertThat(Secrets.load(file).peppers().get(2)).isEqualTo(first);
        assertThat(Secrets.load(file).currentFormKey()).isEqualTo(1);
    }

    @Test
    void onlyTheOwnerReadsTheFileAndNoHalfWrittenOneIsLeft() throws IOException {
        Secrets.load(file);
        rotate("--pepper", "--form-key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file, directory.resolve("secrets.properties.lock"));
        }
    }

    @Test
    void readsAFileFromBeforePeppersHadNumbers() throws IOException {
        byte[] pepper = Randomness.bytes(32);
        Files.writeString(
                file,
                "form.current=1\nform.key.1=" + HexFormat.of().formatHex(Randomness.bytes(32)) + "\nreceipt.pepper="
                        + HexFormat.of().formatHex(pepper) + "\n");

        assertThat(Secrets.load(file).pepper()).isEqualTo(pepper);
        rotate("--pepper");
        assertThat(Secrets.load(file).peppers().get(1)).isEqualTo(pepper);
    }

    @Test
    void refusesAFileThatLacksWhatIsCurrentOrIsDamagedAndShowsNoSecret() throws IOException {
        Secrets.load(file);
        String whole = Files.readString(file);
        for (String damaged : new String[] {
            whole.replace("form.current=1", "form.current=2"),
            whole.replace("receipt.current=1", "receipt.current=x"),
            whole.replaceAll("receipt.pepper.1=..", "receipt.pepper.1="),
            ""
        }) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> Secrets.load(file))
                    .isInstanceOf(StartupException.class)
                    .satisfies(failure -> assertThat(failure.getMessage())
                            .contains(file.toString())
                            .doesNotContainPattern("[0-9a-f]{32}"));
            assertThat(rotate("--pepper")).isEqualTo(Wegwijzer.COULD_NOT_START);
            assertThat(Files.readString(file)).isEqualTo(damaged);
        }
    }

    @Test
    void nodesThatStartAtOnceAgreeOnTheirSecrets() throws Exception {
        int nodes = 8;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            for (int round = 0; round < 50; round++) {
                Path empty = directory.resolve("round-" + round).resolve("secrets.properties");
                Files.createDirectories(empty.getParent());
                CyclicBarrier together = new CyclicBarrier(nodes);
                Callable<byte[]> start = () -> {
                    together.await();
                    return Secrets.load(empty).bytes();
                };
                for (Future<byte[]> started : threads.invokeAll(Collections.nCopies(nodes, start))) {
                    assertThat(started.get()).isEqualTo(Files.readAllBytes(empty));
                }
                try (Stream<Path> files = Files.list(empty.getParent())) {
                    assertThat(files).containsExactly(empty);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void processesThatStartAtOnceAgreeOnTheirSecrets() throws Exception {
        List<Process> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(java(OneStart.class, file));
        }
        begin(nodes);
        List<String> seen = new ArrayList<>();
        for (Process node : nodes) {
            seen.add(new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(node.waitFor()).as(seen.toString()).isZero();
        }

        assertThat(seen).hasSize(4).containsOnly(Files.readString(file));
    }

    /** A node that starts, as far as its secrets go; it waits for a sign so that several begin at once. */
    static final class OneStart {
        private OneStart() {}

        public static void main(String[] arguments) throws IOException {
            System.out.print("?");
            System.out.flush();
            System.in.read();
            System.out.write(Secrets.load(Path.of(arguments[0])).bytes());
            System.out.flush();
        }
    }

    @Test
    void noRotationIsLostWhenSeveralComeAtOnce() throws Exception {
        Secrets first = Secrets.load(file);
        int commands = 8;
        ExecutorService threads = Executors.newFixedThreadPool(commands);
        try {
            CyclicBarrier together = new CyclicBarrier(commands);
            Callable<Command> rotation = () -> {
                together.await();
                return Command.run("rotate", "--form-key", "--pepper", "--data", directory.toString());
            };
            List<String> said = new ArrayList<>();
            for (Future<Command> rotated : threads.invokeAll(Collections.nCopies(commands, rotation))) {
                assertThat(rotated.get().status()).isZero();
                said.add(rotated.get().out().lines().findFirst().orElseThrow());
            }
            assertThat(said).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
        assertRotated(first, commands);
    }

    @Test
    void noRotationOfSeveralProcessesIsLost() throws Exception {
        Secrets first = Secrets.load(file);
        List<Process> commands = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            commands.add(java(OneRotation.class, directory));
        }
        begin(commands);
        for (Process command : commands) {
            String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(command.waitFor()).as(said).isZero();
        }
        assertRotated(first, 3 * OneRotation.TIMES);
    }

    @Test
    void aRotationThatWaitedTooLongSaysSoAndChangesNothing() throws IOException {
        Secrets.load(file);
        byte[] before = Files.readAllBytes(file);
        Command refused;
        try (SecretsLock held = SecretsLock.take(file, Duration.ZERO)) {
            refused = Command.run("rotate", "--form-key", "--wait", "0", "--data", directory.toString());
        }

        assertThat(refused.status()).isEqualTo(Wegwijzer.COULD_NOT_START);
        assertThat(refused.err().strip()).contains("Another command is changing the secrets file", file.toString());
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.out()).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(rotate("--form-key")).isZero();
        assertThat(Files.getPosixFilePermissions(directory.resolve("secrets.properties.lock")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private void assertRotated(Secrets first, int times) throws IOException {
        Secrets now = Secrets.load(file);
        assertThat(now.holds(first)).isTrue();
        assertThat(now.currentFormKey()).isEqualTo(1 + times);
        assertThat(now.currentPepper()).isEqualTo(1 + times);
        assertThat(now.peppers()).hasSize(1 + times);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("secrets.properties", "secrets.properties.lock");
        }
    }

    /** Some rotations through the front door, one after the other; it waits for a sign so that several begin at once. */
    static final class OneRotation {
        static final int TIMES = 5;

        private OneRotation() {}

        public static void main(String[] arguments) throws IOException {
            Secrets.load(Path.of(arguments[0], "secrets.properties"));
            System.out.print("?");
            System.out.flush();
            System.in.read();
            for (int i = 0; i < TIMES; i++) {
                Command rotated = Command.run("rotate", "--form-key", "--pepper", "--data", arguments[0]);
                if (rotated.status() != 0) {
                    System.out.println(rotated.err());
                    System.exit(rotated.status());
                }
            }
        }
    }

    private static Process java(Class<?> main, Path argument) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        argument.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Waits until all are ready, and lets them go. */
    private static void begin(List<Process> processes) throws IOException {
        for (Process process : processes) {
            assertThat(new String(process.getInputStream().readNBytes(1), StandardCharsets.UTF_8))
                    .isEqualTo("?");
        }
        for (Process process : processes) {
            process.getOutputStream().write('!');
            process.getOutputStream().flush();
        }
    }

    @Test
    void asksWhatToRotate() {
        assertThat(rotate()).isEqualTo(2);
    }

    private int rotate(String... options) {
        CommandLine commandLine = Wegwijzer.commandLine();
        commandLine.setOut(new PrintWriter(new StringWriter()));
        commandLine.setErr(new PrintWriter(new StringWriter()));
        return commandLine.execute(
                Stream.concat(Stream.of("rotate", "--data", directory.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
