package nl.wegwijzer.reading.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How texts were read by a model that had not seen them.
 *
 * @param names the names of the labels
 * @param gold for every text its label
 * @param scores for every text the score of every label
 */
@SuppressWarnings("ArrayRecordComponent")
record Held(List<String> names, int[] gold, double[][] scores) {

    int size() {
        return gold.length;
    }

    /** Returns the label that got the highest score. */
    int best(int text) {
        int best = 0;
        for (int c = 1; c < names.size(); c++) {
            if (scores[text][c] > scores[text][best]) {
                best = c;
            }
        }
        return best;
    }

    boolean right(int text) {
        return best(text) == gold[text];
    }

    /** Returns which part was read right. */
    double accuracy() {
        long right = 0;
        for (int i = 0; i < size(); i++) {
            right += right(i) ? 1 : 0;
        }
        return size() == 0 ? 0 : (double) right / size();
    }

    /** Returns how often (row) was read as (column). */
    int[][] confusion() {
        int[][] confusion = new int[names.size()][names.size()];
        for (int i = 0; i < size(); i++) {
            confusion[gold[i]][best(i)]++;
        }
        return confusion;
    }

    /** Returns the F1 of a label; 1 when it neither occurs nor was said. */
    double f1(int label) {
        int[][] confusion = confusion();
        int said = 0;
        for (int[] row : confusion) {
            said += row[label];
        }
        int there = Arrays.stream(confusion[label]).sum();
        return said + there == 0 ? 1 : 2.0 * confusion[label][label] / (said + there);
    }

    /** Returns which part of a label's texts was found. */
    double recall(int label) {
        int[] row = confusion()[label];
        int there = Arrays.stream(row).sum();
        return there == 0 ? 1 : (double) row[label] / there;
    }

    /** Returns the mean F1 over the labels that occur. */
    double macroF1() {
        return occurring().average().orElse(0);
    }

    /** Returns the lowest F1 of the labels that occur. */
    double lowestF1() {
        return occurring().min().orElse(0);
    }

    private DoubleStream occurring() {
        return Arrays.stream(gold).distinct().sorted().mapToDouble(this::f1);
    }

    /** Returns these texts only. */
    Held only(int[] texts) {
        int[] some = new int[texts.length];
        double[][] theirs = new double[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            some[i] = gold[texts[i]];
            theirs[i] = scores[texts[i]];
        }
        return new Held(names, some, theirs);
    }
}
