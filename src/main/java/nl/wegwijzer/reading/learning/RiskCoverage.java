package nl.wegwijzer.reading.learning;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happens when only the surest readings are accepted and the chat asks about the rest.
 *
 * @param confidence the confidences, highest first
 * @param risk for each place which part of the readings up to there was wrong
 */
@SuppressWarnings("ArrayRecordComponent")
record RiskCoverage(double[] confidence, double[] risk) {

    static RiskCoverage of(Held held, double temperature) {
        double[] sure = Temperature.confidence(held, temperature);
        List<Integer> order = IntStream.range(0, held.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -sure[i]))
                .toList();
        double[] confidence = new double[sure.length];
        double[] risk = new double[sure.length];
        int wrong = 0;
        for (int n = 0; n < sure.length; n++) {
            int text = order.get(n);
            wrong += held.right(text) ? 0 : 1;
            confidence[n] = sure[text];
            risk[n] = (double) wrong / (n + 1);
        }
        return new RiskCoverage(confidence, risk);
    }

    /** Returns how many of the surest readings can be accepted while at most this part of them is wrong. */
    int accepted(double mostRisk) {
        for (int n = risk.length; n > 0; n--) {
            if (risk[n - 1] <= mostRisk) {
                return n;
            }
        }
        return 0;
    }

    /** Returns the confidence below which to ask, so that at most this part of what is not asked is wrong. */
    double threshold(double mostRisk) {
        int accepted = accepted(mostRisk);
        return accepted == 0 ? 1 : Math.ceil(confidence[accepted - 1] * 1000) / 1000;
    }

    /** Returns which part of the texts is accepted at a risk. */
    double coverage(double mostRisk) {
        return risk.length == 0 ? 0 : (double) accepted(mostRisk) / risk.length;
    }
}
