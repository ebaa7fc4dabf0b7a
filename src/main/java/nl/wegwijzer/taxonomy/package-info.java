/**
 * The words that every room of the house shares: categories, accused kinds, urgency, reporters, crisis alerts. They are
 * the closed lists of the domain and depend on nothing. Start at {@link nl.wegwijzer.taxonomy.Category}.
 */
package nl.wegwijzer.taxonomy;
