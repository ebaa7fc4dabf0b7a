/**
 * Pictures that a reporter adds to a report after sending it: received as a stream into a sealed file, looked over,
 * drawn anew so that nothing but the picture itself survives, and kept in sealed chunks that only the report's readers
 * can open. It knows no page; {@code chat} receives and {@code casework} shows. Start at
 * {@link nl.wegwijzer.attachment.PictureIntake}.
 */
package nl.wegwijzer.attachment;
