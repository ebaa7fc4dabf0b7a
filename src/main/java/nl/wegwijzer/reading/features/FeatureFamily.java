package nl.wegwijzer.reading.features;

/** A kind of feature. All features of a family in one story weigh together what {@link FeatureWeights} says. */
public enum FeatureFamily {
    /** Stems. */
    WORDS("w:"),
    /** The English words of an English story, beside the stems of their Dutch twins. */
    ENGLISH("e:"),
    /** Two stems in a row. */
    PAIRS("p:"),
    /** Two stems with one word between. */
    SKIP_PAIRS("q:"),
    /** Letter groups within words. */
    LETTERS(""),
    /** Ideas of the lexicon (a teacher, a phone, a blow …). */
    CONCEPTS("k:"),
    /** Two ideas close together, in order. */
    CONCEPT_PAIRS("l:"),
    /** Who is in the story. */
    ROLES("r:"),
    /** Length and marks. */
    SHAPE("s:"),
    /** Ideas that danger is told with, negated or not. */
    DANGERS("d:"),
    /** Two of these close together, in order. */
    DANGER_PAIRS("D:"),
    /** Two of these anywhere in one story. */
    DANGER_SETS("B:"),
    /** What the crisis rules found. */
    FINDINGS("F:"),
    /** How likely the category model thinks each label. */
    CATEGORY("c:");

    private static final FeatureFamily[] ALL = values();

    private final String prefix;

    FeatureFamily(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the name of a feature of this family. */
    public String name(String what) {
        return prefix + what;
    }

    /** Returns the family of a feature by its name; letter groups have no prefix. */
    public static FeatureFamily of(String feature) {
        for (FeatureFamily family : ALL) {
            if (!family.prefix.isEmpty() && feature.startsWith(family.prefix)) {
                return family;
            }
        }
        return LETTERS;
    }
}
