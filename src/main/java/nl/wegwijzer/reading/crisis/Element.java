package nl.wegwijzer.reading.crisis;

import java.util.List;
import java.util.Set;

/** One step of a pattern. */
sealed interface Element {

    /**
     * A word out of a closed list.
     *
     * @param exact sound keys that match whole
     * @param prefixes sound keys with which the word may begin
     * @param optional whether the step may be missing
     */
    record Words(Set<String> exact, List<String> prefixes, boolean optional) implements Element {

        /** Takes defensive copies. */
        public Words {
            exact = Set.copyOf(exact);
            prefixes = List.copyOf(prefixes);
        }

        boolean matches(String key) {
            if (exact.contains(key)) {
                return true;
            }
            for (String prefix : prefixes) {
                if (key.startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Some other words in between.
     *
     * @param most how many at most
     * @param anything whether a negation or the end of a sentence may stand among them
     */
    record Gap(int most, boolean anything) implements Element {}
}
