/**
 * Who gets a report: the routing table of domain §6 as a pure policy. It turns what is known about a report and who is
 * available into a recommended person, alternatives, notices and forbidden readers, and knows neither server nor
 * database. Start at {@link nl.wegwijzer.routing.RoutingPolicy}.
 */
package nl.wegwijzer.routing;
