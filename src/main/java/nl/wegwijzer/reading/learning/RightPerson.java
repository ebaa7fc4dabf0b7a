package nl.wegwijzer.reading.learning;

import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;

/** Tells whether a report that is read as one category reaches the person who is right for another. */
@FunctionalInterface
public interface RightPerson {

    /**
     * Returns whether it does.
     *
     * @param told what it really is about
     * @param read what it was read as
     * @param accused who did it, by the reporter's own answer
     */
    boolean isReached(Category told, Category read, Accused accused);
}
