package nl.wegwijzer.reading;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import opennlp.tools.tokenize.SimpleTokenizer;

/** Measures on this machine what reading a report costs, beside tokenising it with OpenNLP's simplest tokenizer. */
public final class ReadingBench {

    private static final List<String> TEXTS = List.of(
            "ze sluiten me elke pauze buiten en lachen me uit, gister was mijn tas ook alweer weg en niemand zegt iets",
            "mijn zoon durft niet meer naar school omdat een jongen uit 3b hem na de gym opwacht en geld wil",
            "someone made a fake account of me and everyone in class follows it, they post my photos with stickers",
            "de mentor zou terugbellen over zijn schorsing maar we wachten al drie weken op een antwoord van de school",
            "hoi is dit anoniem");

    private static final int WARM_UP = 4_000;
    private static final int ROUNDS = 10_000;

    /** Keeps results in use, so that the work cannot be left out. */
    private long sink;

    private ReadingBench() {}

    /** Measures and prints microseconds for one text and the ratio of both. */
    public static void run(PrintWriter out) {
        long began = System.nanoTime();
        ReportReader reader = OpenNlpReportReader.load();
        out.printf(Locale.ROOT, "load: %d ms%n", (System.nanoTime() - began) / 1_000_000);
        ReadingBench bench = new ReadingBench();
        double reading = bench.microseconds(text -> reader.read(text).because().size());
        double tokens = bench.microseconds(text -> SimpleTokenizer.INSTANCE.tokenize(text).length);
        out.printf(
                Locale.ROOT, "reading: %.1f µs%ntokenising: %.2f µs%nratio: %.0f%n", reading, tokens, reading / tokens);
        out.flush();
    }

    private double microseconds(java.util.function.ToIntFunction<String> work) {
        round(work, WARM_UP);
        long began = System.nanoTime();
        round(work, ROUNDS);
        return (System.nanoTime() - began) / 1000.0 / ROUNDS;
    }

    private void round(java.util.function.ToIntFunction<String> work, int times) {
        for (int i = 0; i < times; i++) {
            sink += work.applyAsInt(TEXTS.get(i % TEXTS.size()));
        }
    }
}
