/**
 * The official's side: inbox, case file, steps and status. The page records here carry words that are ready to show;
 * whoever fills them has already left out every case the reader may not know of. Start at
 * {@link nl.wegwijzer.casework.InboxPage}.
 */
package nl.wegwijzer.casework;
