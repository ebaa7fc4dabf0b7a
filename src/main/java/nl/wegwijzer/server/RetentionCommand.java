package nl.wegwijzer.server;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.account.AdministrationException;
import nl.wegwijzer.retention.Term;
import nl.wegwijzer.retention.Terms;
import nl.wegwijzer.store.Audit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code retention}: how long a board or a school keeps content. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints how long a board keeps the content of reports, or chooses it: for the whole board, or for"
                + " one school that differs. Nobody chose: 90 days after closing, at most 24 months after receipt. The"
                + " days hold for what is closed from --from on, the months for what is received from then on: a day"
                + " that a reporter was told stays as it is.")
final class RetentionCommand extends AdministrationCommands.Base {
    @Option(names = "--board", required = true, paramLabel = "ID", description = "Id of the board.")
    @SuppressWarnings("NullAway.Init") // required, so set by picocli
    private UUID board;

    @Option(names = "--school", paramLabel = "SLUG", description = "One of its schools.")
    private @Nullable String school;

    @Option(names = "--days", paramLabel = "N", description = "Days after closing or the last word, 30 to 365.")
    private @Nullable Integer days;

    @Option(names = "--cap-months", paramLabel = "N", description = "Months after receipt, 6 to 24.")
    private @Nullable Integer capMonths;

    @Option(names = "--from", paramLabel = "DAY", description = "First day, e.g. 2027-08-01 (default tomorrow).")
    private @Nullable LocalDate from;

    @Override
    void run() throws Exception {
        if (days == null && capMonths == null && school == null && from == null) {
            list();
        } else if (days == null || capMonths == null) {
            throw new ParameterException(spec.commandLine(), "Say both --days N and --cap-months N.");
        } else {
            choose(term(days, capMonths));
        }
    }

    private Term term(int afterClosing, int cap) {
        try {
            return new Term(afterClosing, cap);
        } catch (IllegalArgumentException outOfBounds) {
            throw new ParameterException(spec.commandLine(), String.valueOf(outOfBounds.getMessage()), outOfBounds);
        }
    }

    private void list() throws Exception {
        List<Terms.Dated> chosen = AdministrationSession.onDatabase(
                settings(), (vertx, database, clock) -> new Terms(database, new Audit(clock), clock).list(board));
        if (chosen.isEmpty()) {
            say("Nobody chose; the standard holds: " + words(Term.STANDARD) + ".");
        }
        chosen.forEach(dated ->
                say(dated.school().orElse("the board") + ", from " + dated.from() + ": " + words(dated.term())));
    }

    private void choose(Term term) throws Exception {
        Terms.Outcome outcome = AdministrationSession.onDatabase(settings(), (vertx, database, clock) -> {
            LocalDate day =
                    Optional.ofNullable(from).orElse(LocalDate.now(clock).plusDays(1));
            return new Terms(database, new Audit(clock), clock)
                    .choose(board, new Terms.Dated(Optional.ofNullable(school), day, term));
        });
        switch (outcome) {
            case SET -> say("Chosen: " + words(term) + ".");
            case NOT_FOUND -> throw new AdministrationException("There is no such board, or it has no such school.");
            case NOT_AHEAD -> throw new AdministrationException("A term begins tomorrow at the earliest.");
            case TAKEN -> throw new AdministrationException("Another term begins on that day already.");
        }
    }

    private static String words(Term term) {
        return term.daysAfterClosing() + " days after closing, at most " + term.capMonths() + " months after receipt";
    }
}
