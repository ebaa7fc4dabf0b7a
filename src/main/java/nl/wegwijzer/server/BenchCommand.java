package nl.wegwijzer.server;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import nl.wegwijzer.bench.ReadingBenchmark;
import nl.wegwijzer.reading.OpenNlpReportReader;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench}: measures reading with JMH in a process of its own and prints it as a ratio to tokenising alone, or with
 * {@code --load} a whole node.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what reading one report costs, as a ratio to cutting the same text into words in the same run.",
            "With --load: what reporters and officials wait for, on a demo node of its own that is made in the current"
                    + " folder and removed again, as ratios to one turn of the chat.",
            "Run it on a machine that does nothing else."
        })
final class BenchCommand implements Callable<Integer> {

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Seconds of measuring for each of the two, after as many of warming up (default 10).")
    private int seconds;

    @Option(names = "--load", description = "Measure a node under load instead; takes about two minutes.")
    private boolean load;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (load) {
            LoadBench.run(out);
            return 0;
        }
        long began = System.nanoTime();
        OpenNlpReportReader.load();
        out.printf(Locale.ROOT, "loading the models: %d ms%n", (System.nanoTime() - began) / 1_000_000);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ReadingBenchmark.class.getName())
                        .forks(1)
                        .threads(1)
                        .warmupIterations(Math.max(1, seconds))
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(Math.max(1, seconds))
                        .measurementTime(TimeValue.seconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        double read = microseconds(results, "read");
        double tokenise = microseconds(results, "tokenise");
        out.printf(Locale.ROOT, "reading a report:  %.1f µs%n", read);
        out.printf(Locale.ROOT, "tokenising it:     %.2f µs%n", tokenise);
        out.printf(Locale.ROOT, "ratio:             %.0f%n", read / tokenise);
        out.flush();
        return 0;
    }

    private static double microseconds(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }
}
