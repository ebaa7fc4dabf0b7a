/**
 * What every HTML page needs whatever it shows: addresses of styles and scripts, language, title, and the words of the
 * officials' side. It knows no feature and no server; templates stand in {@code web/templates}. Start at
 * {@link nl.wegwijzer.page.PageFrame}.
 */
package nl.wegwijzer.page;
