/**
 * Telling Dutch from English from anything else, also in three words of chat. Start at
 * {@link nl.wegwijzer.reading.language.LanguageReader}.
 */
package nl.wegwijzer.reading.language;
