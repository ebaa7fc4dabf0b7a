package nl.wegwijzer.reading.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The content of a file with a {@link Committee}. Of the names of features only a hash is kept, and every weight between a feature
 * and a unit is one byte: finer weights change no reading.
 *
 * @param members how many networks there are
 * @param units how many units each of them has between features and opinions
 * @param step what one step of a weight in {@code weights} is worth
 * @param biases for every unit of every member what it starts from
 * @param heads what the units say about each question
 * @param features for every feature the {@link FeatureName#hash} of its name
 * @param weights for every feature its weight, in steps, for every unit of every member
 */
@SuppressWarnings("ArrayRecordComponent")
public record CommitteeFile(
        int members, int units, float step, float[] biases, List<Head> heads, long[] features, byte[] weights) {

    private static final String TYPE = "wegwijzer committee";

    /**
     * One question that every member answers.
     *
     * @param name which question
     * @param outcomes the possible answers
     * @param biases for every member what each answer starts from
     * @param weights for every unit of every member what it says for each answer
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Head(String name, List<String> outcomes, float[] biases, float[] weights) {}

    /** Returns the hash that stands for the name of a feature in {@code features}. */
    public static long hash(String feature) {
        return FeatureName.hash(feature);
    }

    /** Writes the file, compressed, as {@link #read} reads it. */
    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream output = new DataOutputStream(new GZIPOutputStream(bytes))) {
            output.writeUTF(TYPE);
            output.writeInt(members);
            output.writeInt(units);
            output.writeFloat(step);
            write(biases, output);
            output.writeInt(heads.size());
            for (Head head : heads) {
                output.writeUTF(head.name);
                output.writeInt(head.outcomes.size());
                for (String outcome : head.outcomes) {
                    output.writeUTF(outcome);
                }
                write(head.biases, output);
                write(head.weights, output);
            }
            output.writeInt(features.length);
            for (long feature : features) {
                output.writeLong(feature);
            }
            output.write(weights);
        }
        return bytes.toByteArray();
    }

    private static void write(float[] numbers, DataOutputStream output) throws IOException {
        for (float number : numbers) {
            output.writeFloat(number);
        }
    }

    /**
     * Reads a compressed file.
     *
     * @throws IOException when it cannot be decompressed
     * @throws ModelException when it is no committee
     */
    static CommitteeFile read(byte[] gzip) throws IOException {
        try {
            return parse(Zipped.open(gzip));
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            throw new ModelException("The file of the committee is damaged", e);
        }
    }

    private static CommitteeFile parse(ByteBuffer file) {
        if (!TYPE.equals(Zipped.text(file))) {
            throw new ModelException("This is no committee");
        }
        int members = positive(file);
        int units = positive(file);
        float step = file.getFloat();
        float[] biases = numbers(file, Math.multiplyExact(members, units));
        int questions = positive(file);
        List<Head> heads = new ArrayList<>();
        for (int h = 0; h < questions; h++) {
            String name = Zipped.text(file);
            int outcomes = positive(file);
            List<String> names = Zipped.texts(file, outcomes);
            float[] starts = numbers(file, Math.multiplyExact(members, outcomes));
            float[] says = numbers(file, Math.multiplyExact(members * units, outcomes));
            heads.add(new Head(name, names, starts, says));
        }
        int width = members * units;
        int count = file.getInt();
        if (count < 0 || file.remaining() != (long) count * (Long.BYTES + width)) {
            throw new ModelException("The file of the committee is damaged");
        }
        long[] features = new long[count];
        file.asLongBuffer().get(features);
        file.position(file.position() + count * Long.BYTES);
        byte[] weights = new byte[count * width];
        file.get(weights);
        return new CommitteeFile(members, units, step, biases, List.copyOf(heads), features, weights);
    }

    private static int positive(ByteBuffer file) {
        int number = file.getInt();
        if (number <= 0) {
            throw new ModelException("The file of the committee is damaged");
        }
        return number;
    }

    private static float[] numbers(ByteBuffer file, int count) {
        if (file.remaining() / Float.BYTES < count) {
            throw new BufferUnderflowException();
        }
        float[] numbers = new float[count];
        file.asFloatBuffer().get(numbers);
        file.position(file.position() + count * Float.BYTES);
        return numbers;
    }
}
