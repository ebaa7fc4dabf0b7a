package nl.wegwijzer.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.wegwijzer.reading.OpenNlpReportReader;
import nl.wegwijzer.reading.Reading;
import nl.wegwijzer.reading.ReportReader;
import opennlp.tools.tokenize.SimpleTokenizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What reading one report costs, crisis rules and explanation included, beside tokenising it with OpenNLP's simplest tokenizer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadingBenchmark {

    private static final List<String> TEXTS = List.of(
            "ze sluiten me elke pauze buiten en lachen me uit, gister was mijn tas ook alweer weg en niemand zegt iets",
            "mijn zoon durft niet meer naar school omdat een jongen uit 3b hem na de gym opwacht en geld wil",
            "someone made a fake account of me and everyone in class follows it, they post my photos with stickers",
            "de mentor zou terugbellen over zijn schorsing maar we wachten al drie weken op een antwoord van de school",
            "hoi is dit anoniem");

    private final ReportReader reader = OpenNlpReportReader.load();
    private int next;

    private String text() {
        next = (next + 1) % TEXTS.size();
        return TEXTS.get(next);
    }

    /** Reads one of five texts of four to twenty-two words. */
    @Benchmark
    public Reading read() {
        return reader.read(text());
    }

    /** The baseline: only cuts the same texts into words. */
    @Benchmark
    public String[] tokenise() {
        return SimpleTokenizer.INSTANCE.tokenize(text());
    }
}
