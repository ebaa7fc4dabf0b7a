package nl.wegwijzer.reading.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.wegwijzer.reading.features.FeatureBag;
import nl.wegwijzer.reading.model.CommitteeFile;

/**
 * Trains the members of a committee, each from another start and in another order of the texts, and lays them side by side. Three
 * networks of a few units disagree where one large one would be wrong with great certainty.
 */
final class CommitteeTrainer {

    private static final int MEMBERS = 3;

    private static final int UNITS = 24;

    /** A feature must occur in this many texts. */
    private static final int FEWEST = 4;

    /** Weights beyond this many steps are cut to a byte. */
    private static final int MOST_STEPS = Byte.MAX_VALUE;

    /** What one step is worth; finer steps change no reading and make the file larger. */
    private static final float STEP = 0.04f;

    private CommitteeTrainer() {}

    /**
     * Trains.
     *
     * @param bags the features of the texts
     * @param questions what is asked about them
     */
    static CommitteeFile train(List<FeatureBag> bags, List<Targets> questions) {
        FeatureSpace space = new FeatureSpace(bags, FEWEST, 1, Set.of());
        List<FeatureSpace.Vector> vectors = bags.stream().map(space::vector).toList();
        List<Network> members = IntStream.range(0, MEMBERS)
                .parallel()
                .mapToObj(member -> new Network(space.size(), UNITS, questions, member + 1).learn(vectors))
                .toList();
        List<CommitteeFile.Head> heads = new ArrayList<>();
        for (int q = 0; q < questions.size(); q++) {
            int question = q;
            heads.add(new CommitteeFile.Head(
                    questions.get(q).question(),
                    questions.get(q).outcomes(),
                    joined(members.stream()
                            .map(member -> member.biases(question))
                            .toList()),
                    joined(members.stream()
                            .map(member -> member.weights(question))
                            .toList())));
        }
        String[] names = space.names();
        long[] features = new long[names.length];
        for (int f = 0; f < names.length; f++) {
            features[f] = CommitteeFile.hash(names[f]);
        }
        return new CommitteeFile(
                MEMBERS,
                UNITS,
                STEP,
                joined(members.stream().map(Network::biases).toList()),
                List.copyOf(heads),
                features,
                steps(space, members));
    }

    private static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** Rounds the weights of the units to steps; the scale of a feature goes into them, so that reading needs none. */
    private static byte[] steps(FeatureSpace space, List<Network> members) {
        byte[] steps = new byte[space.size() * MEMBERS * UNITS];
        for (int f = 0; f < space.size(); f++) {
            for (int m = 0; m < MEMBERS; m++) {
                float[] weights = members.get(m).weights();
                for (int u = 0; u < UNITS; u++) {
                    double exact = weights[f * UNITS + u] * space.scale(f) / STEP;
                    steps[(f * MEMBERS + m) * UNITS + u] =
                            (byte) Math.max(-MOST_STEPS, Math.min(MOST_STEPS, StrictMath.rint(exact)));
                }
            }
        }
        return steps;
    }
}
