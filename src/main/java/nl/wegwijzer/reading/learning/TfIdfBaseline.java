package nl.wegwijzer.reading.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * What a user would get from a stock library: lower-case words weighed by TF-IDF and a linear support vector machine per label,
 * trained by the Pegasos method. For comparison in the report only.
 */
final class TfIdfBaseline {

    private static final int EPOCHS = 12;
    private static final double LAMBDA = 1e-5;

    private TfIdfBaseline() {}

    /** Learns from texts; the answer gives a text the score of every label. */
    static Function<String, double[]> learn(List<String> texts, int[] labels, int classes) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> documents = new ArrayList<>();
        for (String text : texts) {
            words(text).keySet().forEach(word -> {
                int number = numbers.computeIfAbsent(word, key -> numbers.size());
                if (number == documents.size()) {
                    documents.add(0);
                }
                documents.set(number, documents.get(number) + 1);
            });
        }
        double[] idf = documents.stream()
                .mapToDouble(n -> StrictMath.log((1.0 + texts.size()) / (1 + n)) + 1)
                .toArray();
        List<Map<Integer, Double>> vectors =
                texts.stream().map(text -> vector(text, numbers, idf)).toList();
        double[][] weights = new double[classes][numbers.size()];
        for (int c = 0; c < classes; c++) {
            pegasos(vectors, labels, c, weights[c]);
        }
        return text -> {
            Map<Integer, Double> vector = vector(text, numbers, idf);
            double[] scores = new double[classes];
            for (int c = 0; c < classes; c++) {
                scores[c] = dot(vector, weights[c]);
            }
            return scores;
        };
    }

    private static void pegasos(List<Map<Integer, Double>> vectors, int[] labels, int label, double[] weights) {
        Random random = new Random(17);
        double scale = 1;
        long step = 100_000;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int n = 0; n < vectors.size(); n++) {
                int i = random.nextInt(vectors.size());
                int sign = labels[i] == label ? 1 : -1;
                double rate = 1 / (LAMBDA * ++step);
                double margin = sign * scale * dot(vectors.get(i), weights);
                scale *= 1 - rate * LAMBDA;
                if (margin < 1) {
                    double change = rate * sign / scale;
                    vectors.get(i).forEach((word, value) -> weights[word] += change * value);
                }
            }
        }
        for (int w = 0; w < weights.length; w++) {
            weights[w] *= scale;
        }
    }

    private static double dot(Map<Integer, Double> vector, double[] weights) {
        double sum = 0;
        for (Map.Entry<Integer, Double> entry : vector.entrySet()) {
            sum += entry.getValue() * weights[entry.getKey()];
        }
        return sum;
    }

    private static Map<Integer, Double> vector(String text, Map<String, Integer> numbers, double[] idf) {
        Map<Integer, Double> vector = new HashMap<>();
        double squares = 0;
        for (Map.Entry<String, Integer> word : words(text).entrySet()) {
            Integer number = numbers.get(word.getKey());
            if (number != null) {
                double value = word.getValue() * idf[number];
                vector.put(number, value);
                squares += value * value;
            }
        }
        double norm = Math.sqrt(squares);
        vector.replaceAll((word, value) -> value / norm);
        return vector;
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() > 1) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }
}
