/**
 * Puts the house together: settings, database, routers, headers, health and the command line. It may know every room;
 * no room knows it. Start at {@link nl.wegwijzer.server.Application}.
 */
package nl.wegwijzer.server;
