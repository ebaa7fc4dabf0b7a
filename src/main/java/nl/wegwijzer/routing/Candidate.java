package nl.wegwijzer.routing;

/**
 * A person in one role. A person with two roles stands in the list twice, under the same id.
 *
 * @param id who it is
 * @param role in which role
 * @param away absent today; absence never hides a person from the reporter, it only changes the recommendation
 */
public record Candidate(String id, OfficialRole role, boolean away) {}
