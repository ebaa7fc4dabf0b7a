package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An auditor takes the entries of a running node out and checks them elsewhere. */
class AuditCommandsIT {
    private static final Pattern INTACT = Pattern.compile("Intact: (\\d+) entries, last hash ([0-9a-f]{64})\\s*");
    private static final int ENTRIES = 6;
    private static List<String> exported;
    private static UUID board;

    @TempDir
    private Path directory;

    private record Result(int status, String out, String err) {}

    @BeforeAll
    static void aBoardWithAHistory() {
        board = UUID.fromString(run("board", "Stichting Proef").out().strip());
        String slug = "proef-" + UUID.randomUUID();
        run("school", "--board", board.toString(), "--address", slug, "--name", "De Proef", "--sector", "vo");
        for (int person = 0; person < ENTRIES - 2; person++) {
            assertThat(run(
                                    "official",
                                    "--board",
                                    board.toString(),
                                    "--login",
                                    "p" + UUID.randomUUID(),
                                    "--name",
                                    "Iemand",
                                    "--role",
                                    slug + "=contactpersoon")
                            .status())
                    .isZero();
        }
        Result audit = run("audit", "--board", board.toString());
        assertThat(audit.status()).as(audit.err()).isZero();
        exported = audit.out().lines().toList();
    }

    @Test
    void whatWasNotTouchedIsIntactAndHoldsNoNames() throws IOException {
        assertThat(exported).hasSize(ENTRIES + 1);
        assertThat(String.join("\n", exported))
                .contains("bestuur.aangemaakt", "functionaris.aangemaakt")
                .doesNotContain("Iemand", "Stichting Proef");

        Result result = verify(exported);

        assertThat(result.status()).isZero();
        Matcher intact = INTACT.matcher(result.out());
        assertThat(intact.matches()).as(result.out()).isTrue();
        assertThat(intact.group(1)).isEqualTo(String.valueOf(ENTRIES));
        assertThat(verify(exported, "--noted", intact.group(2)).status()).isZero();
    }

    @Test
    void findsTheFirstEntryThatWasChangedWhateverWasChangedInIt() throws IOException {
        String other = UUID.randomUUID().toString();
        String line = exported.get(2);
        List<String> changed = List.of(
                line.replace("functionaris.aangemaakt", "functionaris.uitgenodigd"),
                line.replace("\"actor\":null", "\"actor\":\"" + other + "\""),
                line.replaceFirst("\"subject\":\"[^\"]+\"", "\"subject\":\"" + other + "\""),
                line.replaceFirst("\"at\":\"20", "\"at\":\"19"),
                line.replaceFirst("\"board\":\"[^\"]+\"", "\"board\":\"" + other + "\""),
                line.replaceFirst("\"hash\":\"[0-9a-f]{64}", "\"hash\":\"" + "1f".repeat(32)),
                line.replaceFirst("\"previous\":\"[0-9a-f]{64}", "\"previous\":\"" + "0".repeat(64)),
                line.replaceFirst("\\{", "{\"action\":\"x\","),
                "{}",
                "geen json",
                "");
        for (String tampered : changed) {
            List<String> lines = new ArrayList<>(exported);
            lines.set(2, tampered);
            if (!lines.equals(exported)) {
                assertBroken(lines, 3);
            }
        }
    }

    @Test
    void findsRemovedEntriesWhereverTheyStood() throws IOException {
        for (int entry = 0; entry < ENTRIES; entry++) {
            List<String> lines = new ArrayList<>(exported);
            lines.remove(entry);
            assertBroken(lines, Math.min(entry + 1, ENTRIES));
        }
        assertBroken(exported.subList(0, ENTRIES), ENTRIES + 1);
        assertBroken(exported.subList(0, 3), 4);
        assertBroken(List.of(), 1);
    }

    @Test
    void findsReorderedAndRepeatedEntries() throws IOException {
        List<String> swapped = new ArrayList<>(exported);
        swapped.set(3, exported.get(4));
        swapped.set(4, exported.get(3));
        assertBroken(swapped, 4);

        List<String> repeated = new ArrayList<>(exported);
        repeated.add(2, exported.get(1));
        assertBroken(repeated, 3);

        List<String> continued = new ArrayList<>(exported);
        continued.add(exported.get(0));
        assertBroken(continued, ENTRIES + 1);
    }

    @Test
    void findsAChainThatWasMadeAnewByTheHashThatWasNoted() throws IOException {
        Result result = verify(exported, "--noted", "ab".repeat(32));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("Broken at entry 1:", "noted");
    }

    @Test
    void saysSoWhenThereIsNoSuchBoardOrFile() {
        Result nobody = run("audit", "--board", UUID.randomUUID().toString());
        assertThat(nobody.status()).isEqualTo(1);
        assertThat(nobody.err()).contains("no such board");

        Result missing = execute("audit-verify", directory.resolve("nergens").toString());
        assertThat(missing.status()).isEqualTo(Wegwijzer.COULD_NOT_START);
        assertThat(missing.err()).contains("nergens");
    }

    private void assertBroken(List<String> lines, int entry) throws IOException {
        Result result = verify(lines);
        assertThat(result.status()).as(result.out()).isEqualTo(1);
        assertThat(result.out()).startsWith("Broken at entry " + entry + ": ");
    }

    private Result verify(List<String> lines, String... options) throws IOException {
        Path file = directory.resolve("audit.jsonl");
        Files.write(file, lines);
        List<String> command = new ArrayList<>(List.of("audit-verify", file.toString()));
        command.addAll(List.of(options));
        return execute(command.toArray(new String[0]));
    }

    private static Result run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", TestNode.shared().data().toString()));
        return execute(arguments.toArray(new String[0]));
    }

    private static Result execute(String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Wegwijzer.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int status = commandLine.execute(command);
        return new Result(status, out.toString(), err.toString());
    }
}
