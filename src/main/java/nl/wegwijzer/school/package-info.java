/**
 * Boards, schools and the people to whom a report can go: roles, absence, calendar. Start at
 * {@link nl.wegwijzer.school.SchoolProfile}, what the chat needs to know of a school.
 */
package nl.wegwijzer.school;
