/**
 * From what someone typed to tokens that can be compared: words, emoji and marks with their place in the text, folded so
 * that spelling, street spelling and invisible characters do not matter. It knows no label. Start at
 * {@link nl.wegwijzer.reading.text.Story}.
 */
package nl.wegwijzer.reading.text;
