package nl.wegwijzer.seal;

import java.util.Map;
import java.util.Optional;

/** The server keys that seal pages. They may grow in number while pages are out there. */
public interface FormKeys {
    /** Returns the id of the key that seals. */
    int current();

    /**
     * Finds a key; called for every page that comes back, so it must be quick for a key that is known.
     *
     * @return 32 bytes; empty when there is no key with this id
     */
    Optional<byte[]> key(int id);

    /**
     * Returns keys that don't change.
     *
     * @param keys by id
     * @throws IllegalArgumentException when the current one is not among them
     */
    static FormKeys of(Map<Integer, byte[]> keys, int current) {
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("the current form key is not among the keys");
        }
        Map<Integer, byte[]> fixed = Map.copyOf(keys);
        return new FormKeys() {
            @Override
            public int current() {
                return current;
            }

            @Override
            public Optional<byte[]> key(int id) {
                return Optional.ofNullable(fixed.get(id));
            }
        };
    }
}
