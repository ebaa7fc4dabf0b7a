package nl.wegwijzer.page;

import nl.wegwijzer.taxonomy.Language;

/**
 * The frame around a reporter's page.
 *
 * @param language for the {@code lang} attribute
 * @param title neutral title for the tab: it must not betray what the page is about
 * @param assets addresses of styles and scripts
 * @param quickExit path of "Snel weg", e.g. {@code /weg}
 * @param languageLink address of this page in the other language, empty where a switch would lose an answer
 */
public record PageFrame(Language language, String title, Assets assets, String quickExit, String languageLink) {}
