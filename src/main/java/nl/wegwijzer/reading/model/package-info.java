/**
 * The trained models as the reader uses them, and the manifest that ties them to their corpus. Start at
 * {@link nl.wegwijzer.reading.model.ModelSet}.
 */
package nl.wegwijzer.reading.model;
