package nl.wegwijzer.chat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;

/**
 * The words of the reporter's side in one language. A key is looked up for the audience first
 * ({@code key.ouder}, {@code key.personeel}) and then plainly, so only what differs is written twice.
 */
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;
    private final String audience;

    private Texts(ResourceBundle bundle, Locale locale, String audience) {
        this.bundle = bundle;
        this.locale = locale;
        this.audience = audience;
    }

    /** Returns the words for an audience; pupils are the default. */
    public static Texts of(Language language, ReporterKind audience) {
        Locale locale = Locale.forLanguageTag(language.wire());
        return new Texts(
                ResourceBundle.getBundle(
                        "texts.chat",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                locale,
                audience.wire());
    }

    /**
     * Finds a text and fills in its arguments.
     *
     * @throws MissingResourceException when no text has this key: a fault in the bundle, which a test finds
     */
    public String of(String key, Object... arguments) {
        String audienceKey = key + "." + audience;
        String pattern = bundle.getString(bundle.containsKey(audienceKey) ? audienceKey : key);
        return new MessageFormat(pattern, locale).format(arguments);
    }

    /** Returns the locale for days and numbers. */
    Locale locale() {
        return locale;
    }

    /** Whether a text has this key, for this audience or for all. */
    public boolean has(String key) {
        return bundle.containsKey(key + "." + audience) || bundle.containsKey(key);
    }
}
