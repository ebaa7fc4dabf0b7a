package nl.wegwijzer.reading;

/**
 * A word of the text and how much it spoke for the label.
 *
 * @param word as the writer typed it
 * @param weight share of the evidence, larger is heavier
 */
public record WeighedWord(String word, double weight) {}
