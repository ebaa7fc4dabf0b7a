package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Whoever sets the system up chooses how long content is kept, beside a running node. */
class RetentionCommandIT {
    private final String slug = "termijn-" + UUID.randomUUID();
    private String board;

    private record Result(int status, String out, String err) {}

    @BeforeEach
    void aBoardWithASchool() {
        board = run("board", "Stichting Termijn").out().strip();
        run("school", "--board", board, "--address", slug, "--name", "De Termijn", "--sector", "vo");
    }

    @Test
    void saysWhatHoldsWhereNobodyChose() {
        assertThat(run("retention", "--board", board).out())
                .contains("90 days after closing, at most 24 months after receipt");
    }

    @Test
    void choosesForABoardAndForASchoolThatDiffers() {
        String later = LocalDate.now(Node.SCHOOL_TIME).plusYears(1).toString();

        assertThat(run("retention", "--board", board, "--days", "60", "--cap-months", "12")
                        .status())
                .isZero();
        assertThat(run(
                                "retention",
                                "--board",
                                board,
                                "--school",
                                slug,
                                "--days",
                                "120",
                                "--cap-months",
                                "24",
                                "--from",
                                later)
                        .out())
                .contains("120 days");

        assertThat(run("retention", "--board", board).out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("the board, from ").contains("60 days", "12 months"),
                        line -> assertThat(line).startsWith(slug + ", from " + later));
    }

    @Test
    void refusesWhatIsOutOfBoundsOrUnknown() {
        String today = LocalDate.now(Node.SCHOOL_TIME).toString();

        assertThat(run("retention", "--board", board, "--days", "10", "--cap-months", "24"))
                .satisfies(result -> assertThat(result.status()).isEqualTo(2))
                .satisfies(result -> assertThat(result.err()).contains("30 to 365 days"));
        assertThat(run("retention", "--board", board, "--days", "90", "--cap-months", "36"))
                .satisfies(result -> assertThat(result.status()).isEqualTo(2))
                .satisfies(result -> assertThat(result.err()).contains("6 to 24 months"));
        assertThat(run("retention", "--board", board, "--days", "90").status()).isEqualTo(2);
        assertThat(run("retention", "--board", board, "--days", "90", "--cap-months", "24", "--from", today)
                        .err())
                .contains("tomorrow");
        assertThat(run("retention", "--board", board, "--school", "bestaat-niet", "--days", "90", "--cap-months", "24")
                        .status())
                .isEqualTo(1);
        assertThat(run("retention", "--board", board).out()).contains("Nobody chose");
    }

    private static Result run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", TestNode.shared().data().toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Wegwijzer.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        int status = commandLine.execute(arguments.toArray(new String[0]));
        return new Result(status, out.toString(), err.toString());
    }
}
