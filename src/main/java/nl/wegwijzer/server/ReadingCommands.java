package nl.wegwijzer.server;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.wegwijzer.reading.JsonLinesClassifier;
import nl.wegwijzer.reading.OpenNlpReportReader;
import nl.wegwijzer.reading.learning.Evaluation;
import nl.wegwijzer.reading.learning.Training;
import nl.wegwijzer.routing.Candidate;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.routing.RoutingPolicy;
import nl.wegwijzer.routing.RoutingRequest;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The commands of whoever looks after the reading of reports. */
final class ReadingCommands {
    private ReadingCommands() {}

    /** {@code classify}: JSON Lines in, JSON Lines out. */
    @Command(
            name = "classify",
            mixinStandardHelpOptions = true,
            description = {
                "Reads texts as JSON Lines {\"id\":…,\"text\":…} on standard input and writes how each is read.",
                "A malformed line gives {\"error\": …} in its place and exit status 1 at the end."
            })
    static final class Classify implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return new JsonLinesClassifier(OpenNlpReportReader.load())
                    .run(
                            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                            spec.commandLine().getOut());
        }
    }

    /** {@code evaluate}. */
    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description =
                    "Measures the reading on writers that it did not learn from and writes REPORT.md with its pictures.")
    static final class Evaluate implements Callable<Integer> {
        @Option(
                names = "--models",
                paramLabel = "DIR",
                defaultValue = "nlp-models",
                description = "Folder with corpus and lexicon; the report is written there (default ./nlp-models).")
        @SuppressWarnings("NullAway.Init") // has a default
        private Path models;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            Evaluation.run(
                    models,
                    ReadingCommands::reachesTheSamePerson,
                    spec.commandLine().getOut());
            return 0;
        }
    }

    /** At a school with one official in each role, everybody present. */
    private static boolean reachesTheSamePerson(Category told, Category read, Accused accused) {
        return recipient(told, accused).equals(recipient(read, accused));
    }

    private static Optional<String> recipient(Category category, Accused accused) {
        List<Candidate> officials = Arrays.stream(OfficialRole.values())
                .map(role -> new Candidate(role.name(), role, false))
                .toList();
        return RoutingPolicy.decide(new RoutingRequest(
                        Optional.of(category),
                        Set.of(),
                        accused,
                        officials,
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty()))
                .recipient();
    }

    /** {@code train}. */
    @Command(
            name = "train",
            mixinStandardHelpOptions = true,
            description = "Trains the models from the corpus; the same corpus gives the same files, bit for bit.")
    static final class Train implements Callable<Integer> {
        @Option(
                names = "--models",
                paramLabel = "DIR",
                defaultValue = "nlp-models",
                description = "Folder with corpus and lexicon; the models are written there (default ./nlp-models).")
        @SuppressWarnings("NullAway.Init") // has a default
        private Path models;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            Training.run(models, spec.commandLine().getOut());
            return 0;
        }
    }
}
