package nl.wegwijzer.reading.crisis;

/** A line of a rules file cannot be understood: a mistake of ours, found at start and by the tests. */
public final class InvalidRuleException extends IllegalArgumentException {

    /** Names the line and what is wrong with it. */
    public InvalidRuleException(String line, String problem) {
        super("Crisis rule \"" + line + "\" " + problem);
    }
}
