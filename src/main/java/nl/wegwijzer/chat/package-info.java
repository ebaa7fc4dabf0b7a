/**
 * The guided conversation: which question comes next, what an answer means, how the whole travels sealed inside the
 * page, and the reporter's pages. Start at {@link nl.wegwijzer.chat.Conversation}.
 */
package nl.wegwijzer.chat;
