package nl.wegwijzer.reading.learning;

import java.util.stream.IntStream;
import nl.wegwijzer.reading.model.LinearModel;

/** One number that makes a model as sure as it has reason to be: scores are divided by it. */
final class Temperature {

    private static final int BINS = 10;

    private Temperature() {}

    /** Finds the temperature at which held-out texts were likeliest. */
    static double fit(Held held) {
        double low = StrictMath.log(0.1);
        double high = StrictMath.log(10);
        for (int step = 0; step < 60; step++) {
            double a = low + (high - low) * 0.382;
            double b = low + (high - low) * 0.618;
            if (loss(held, StrictMath.exp(a)) < loss(held, StrictMath.exp(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return StrictMath.rint(StrictMath.exp((low + high) / 2) * 1000) / 1000;
    }

    private static double loss(Held held, double temperature) {
        double loss = 0;
        for (int i = 0; i < held.size(); i++) {
            double p = LinearModel.softmax(held.scores()[i], temperature)[held.gold()[i]];
            loss -= StrictMath.log(Math.max(p, 1e-12));
        }
        return loss;
    }

    /** Returns how sure the reader was of its answer on every text. */
    static double[] confidence(Held held, double temperature) {
        return IntStream.range(0, held.size())
                .mapToDouble(i -> LinearModel.softmax(held.scores()[i], temperature)[held.best(i)])
                .toArray();
    }

    /** Returns the expected calibration error over ten equally wide bins of confidence. */
    static double error(Held held, double temperature) {
        double[] confidence = confidence(held, temperature);
        double[] sure = new double[BINS];
        double[] right = new double[BINS];
        int[] count = new int[BINS];
        for (int i = 0; i < held.size(); i++) {
            int bin = Math.min(BINS - 1, (int) (confidence[i] * BINS));
            sure[bin] += confidence[i];
            right[bin] += held.right(i) ? 1 : 0;
            count[bin]++;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += count[bin] == 0 ? 0 : Math.abs(sure[bin] - right[bin]) / held.size();
        }
        return error;
    }

    /** Returns the error when the temperature is found on the odd texts and used on the even ones, and the other way round. */
    static double crossError(Held held) {
        int[] even = IntStream.range(0, held.size()).filter(i -> i % 2 == 0).toArray();
        int[] odd = IntStream.range(0, held.size()).filter(i -> i % 2 == 1).toArray();
        return (error(held.only(even), fit(held.only(odd))) + error(held.only(odd), fit(held.only(even)))) / 2;
    }
}
