/**
 * The way to PostgreSQL for every room: transactions that see only the schools they name, and a bounded pool for work
 * that is slow on purpose. It knows nobody. Start at {@link nl.wegwijzer.store.Database}.
 */
package nl.wegwijzer.store;
