package nl.wegwijzer.reading;

import nl.wegwijzer.taxonomy.Alert;

/**
 * A crisis rule that matched.
 *
 * @param alert which kind of crisis
 * @param matched the words that matched, for the official; content, so never logged
 */
public record CrisisSignal(Alert alert, String matched) {}
