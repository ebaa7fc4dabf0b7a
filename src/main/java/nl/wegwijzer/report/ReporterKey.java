package nl.wegwijzer.report;

import java.util.UUID;
import nl.wegwijzer.seal.ContentKey;

/**
 * What a correct code opened: which report, and its key. It travels sealed in the reporter's page for a short while, so
 * that reading on and answering needs no second derivation.
 */
public record ReporterKey(UUID school, UUID report, ContentKey key) {}
