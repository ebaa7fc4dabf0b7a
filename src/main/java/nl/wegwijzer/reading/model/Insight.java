package nl.wegwijzer.reading.model;

/**
 * One story as the models see it, looked up once for all questions.
 *
 * @param rows where the OpenNLP models have the weights of its features
 * @param impression what the committee makes of it
 */
public record Insight(Rows rows, Committee.Impression impression) {}
