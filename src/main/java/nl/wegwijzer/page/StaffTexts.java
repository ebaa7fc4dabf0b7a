package nl.wegwijzer.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the officials' side, which is in Dutch only. */
public final class StaffTexts {
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private final ResourceBundle bundle;

    private StaffTexts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** Loads the words from {@code texts/staff_nl.properties}. */
    public static StaffTexts dutch() {
        return new StaffTexts(ResourceBundle.getBundle(
                "texts.staff",
                DUTCH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * Finds a text and fills in its arguments.
     *
     * @throws MissingResourceException when no text has this key: a fault in the bundle, which a test finds
     */
    public String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), DUTCH).format(arguments);
    }

    /** Whether a text has this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
