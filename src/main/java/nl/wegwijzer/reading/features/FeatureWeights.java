package nl.wegwijzer.reading.features;

/**
 * How heavy each family of features is; a family of weight 0 is left out.
 *
 * @param words stems
 * @param pairs two stems in a row, and two with one word between
 * @param letters letter groups within words
 * @param concepts ideas of the lexicon (a teacher, a phone, a blow …)
 * @param conceptPairs two ideas close together, in order
 * @param roles who is in the story
 * @param shape length, marks, capitals
 */
public record FeatureWeights(
        float words, float pairs, float letters, float concepts, float conceptPairs, float roles, float shape) {

    /** The weights that did best when a whole writer was left out; the report has the table. */
    public static final FeatureWeights BEST = new FeatureWeights(1.0f, 0.85f, 1.0f, 0.5f, 0, 0.6f, 0.3f);
}
