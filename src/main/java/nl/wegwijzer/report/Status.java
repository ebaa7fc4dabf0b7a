package nl.wegwijzer.report;

import nl.wegwijzer.taxonomy.WireValue;

/** Where a report stands; the reporter sees it too. */
public enum Status implements WireValue {
    NIEUW,
    GELEZEN,
    IN_BEHANDELING,
    AFGESLOTEN
}
