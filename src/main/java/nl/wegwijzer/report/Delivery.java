package nl.wegwijzer.report;

/**
 * What the reporter gets after sending.
 *
 * @param receipt the code
 * @param again whether this report had been sent before, by a double click or from a second tab
 */
public record Delivery(Receipt receipt, boolean again) {}
