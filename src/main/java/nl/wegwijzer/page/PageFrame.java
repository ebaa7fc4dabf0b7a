package nl.wegwijzer.page;

import nl.wegwijzer.taxonomy.Language;

/**
 * The frame around a reporter's page.
 *
 * @param language for the {@code lang} attribute
 * @param title neutral title for the tab: it must not betray what the page is about
 * @param assets addresses of styles and scripts
 * @param quickExit path of "Snel weg"; it has a query, {@code /weg?nu}, so that nothing takes it for a school's address
 * @param languageLink address of this page in the other language ({@code /de-regenboog?taal=en}); empty for every chat page
 *     after the first, where the form's own button {@code taal:en} keeps the answers
 */
public record PageFrame(Language language, String title, Assets assets, String quickExit, String languageLink) {}
