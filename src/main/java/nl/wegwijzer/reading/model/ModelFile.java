package nl.wegwijzer.reading.model;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * The content of an OpenNLP maximum entropy model file: what {@code BinaryQNModelWriter} wrote. OpenNLP's own reader makes an
 * object for every feature, which took most of the time in which the server starts; this one keeps a hash of each name only.
 *
 * @param outcomes the names of the outcomes, in the order of the scores
 * @param features for every feature the {@link FeatureName#hash} of its name
 * @param ends for every feature where its weights end; they begin where those of the one before end
 * @param labels for every weight the number of its outcome
 * @param weights the weights
 */
record ModelFile(List<String> outcomes, long[] features, int[] ends, byte[] labels, float[] weights) {

    private static final String TYPE = "QN";

    /**
     * Reads a compressed model file.
     *
     * @throws IOException when it cannot be decompressed
     * @throws ModelException when it is not such a model
     */
    static ModelFile read(byte[] gzip) throws IOException {
        try {
            return parse(Zipped.open(gzip));
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | IllegalArgumentException e) {
            throw new ModelException("The model file is damaged", e);
        }
    }

    private static ModelFile parse(ByteBuffer file) {
        if (!TYPE.equals(Zipped.text(file))) {
            throw new ModelException("This is no quasi-Newton model");
        }
        List<String> outcomes = Zipped.texts(file, file.getInt());
        List<int[]> patterns = Zipped.texts(file, file.getInt()).stream()
                .map(ModelFile::numbers)
                .toList();
        long[] features = new long[file.getInt()];
        for (int f = 0; f < features.length; f++) {
            int length = Short.toUnsignedInt(file.getShort());
            int end = file.position() + length;
            features[f] = FeatureName.hash(file.array(), file.position(), end);
            file.position(end);
        }
        int[] ends = new int[features.length];
        byte[] labels = new byte[file.remaining() / Double.BYTES];
        float[] weights = new float[labels.length];
        int feature = 0;
        int end = 0;
        for (int[] pattern : patterns) {
            for (int i = 0; i < pattern[0]; i++) {
                for (int p = 1; p < pattern.length; p++) {
                    labels[end] = (byte) pattern[p];
                    weights[end++] = (float) file.getDouble();
                }
                ends[feature++] = end;
            }
        }
        return new ModelFile(outcomes, features, ends, labels, weights);
    }

    /** Reads a line such as {@code 12 0 3}: twelve features have weights for the outcomes 0 and 3. */
    private static int[] numbers(String pattern) {
        return Arrays.stream(pattern.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** Takes over a model in memory. */
    static ModelFile of(AbstractModel model) {
        @SuppressWarnings("unchecked")
        Map<String, Context> contexts = (Map<String, Context>) model.getDataStructures()[1];
        int size = contexts.values().stream()
                .mapToInt(context -> context.getOutcomes().length)
                .sum();
        long[] features = new long[contexts.size()];
        int[] ends = new int[features.length];
        byte[] labels = new byte[size];
        float[] weights = new float[size];
        int feature = 0;
        int end = 0;
        for (Map.Entry<String, Context> entry : contexts.entrySet()) {
            Context context = entry.getValue();
            for (int i = 0; i < context.getOutcomes().length; i++) {
                labels[end] = (byte) context.getOutcomes()[i];
                weights[end++] = (float) context.getParameters()[i];
            }
            features[feature] = FeatureName.hash(entry.getKey());
            ends[feature++] = end;
        }
        return new ModelFile(List.of((String[]) model.getDataStructures()[2]), features, ends, labels, weights);
    }

    int start(int feature) {
        return feature == 0 ? 0 : ends[feature - 1];
    }
}
