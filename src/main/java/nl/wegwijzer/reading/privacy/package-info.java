/**
 * Details in a story that may tell who wrote it, pointed out before sending. Start at
 * {@link nl.wegwijzer.reading.privacy.DetailFinder}.
 */
package nl.wegwijzer.reading.privacy;
