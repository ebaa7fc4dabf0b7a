package nl.wegwijzer.taxonomy;

import java.util.Locale;
import java.util.Optional;

/** A closed value that travels as its lower-case Dutch name: in forms, on the command line and in the database. */
public interface WireValue {

    /** Returns the constant's name, as {@link Enum#name()} does. */
    String name();

    /** Returns the stable value written on the wire, e.g. {@code wapens_drugs}. */
    default String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds the constant with this wire value.
     *
     * @return empty when no constant has it, so that callers must decide what an unknown value means
     */
    static <E extends Enum<E> & WireValue> Optional<E> parse(Class<E> type, String wire) {
        for (E constant : type.getEnumConstants()) {
            if (constant.wire().equals(wire)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
