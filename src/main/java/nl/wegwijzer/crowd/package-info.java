/**
 * What keeps the chat open to everybody when very many come at once, by accident or on purpose: paces per page, per
 * school and for all together, and a small effort that a busy school asks before a report goes on its way. Nobody is
 * refused for where they come from, and an address on the network plays no part here at all: a whole school shares one
 * (domain §9). Start at {@link nl.wegwijzer.crowd.Crowd}.
 */
package nl.wegwijzer.crowd;
