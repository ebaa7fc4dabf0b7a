/**
 * Keeping no longer than needed (domain §3): when the content of a report is erased, who is told beforehand, and the
 * erasing itself, keys first. {@link nl.wegwijzer.retention.Outlook#of} decides from days alone, without a database;
 * {@link nl.wegwijzer.retention.Erasure} carries it out. Start at the first.
 */
package nl.wegwijzer.retention;
