package nl.wegwijzer.reading.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import nl.wegwijzer.reading.TextLanguage;
import nl.wegwijzer.reading.model.ModelException;
import nl.wegwijzer.reading.text.FunctionWords;
import nl.wegwijzer.reading.text.Story;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Decides the language of a story. Frequent words decide when they are clear, because a detector of letter groups is often wrong
 * on short chat; otherwise OpenNLP's detector of 103 languages does. Thread-safe.
 */
public final class LanguageReader {

    /** With fewer letters than this the detector guesses. */
    private static final int FEWEST_LETTERS = 18;

    private static final int MOST_CHARS = 400;

    private static final Set<String> DUTCH_BY_DETECTOR = Set.of("nld", "afr", "nds", "fry");

    private final FunctionWords functionWords;
    private final LanguageDetectorModel detector;

    private LanguageReader(FunctionWords functionWords, LanguageDetectorModel detector) {
        this.functionWords = functionWords;
        this.detector = detector;
    }

    /**
     * Loads OpenNLP's model from the class path.
     *
     * @param functionWords the words that decide when they are clear
     */
    public static LanguageReader load(FunctionWords functionWords) {
        try (InputStream input = LanguageReader.class.getResourceAsStream("/langdetect-183.bin")) {
            if (input == null) {
                throw new ModelException("The class path has no langdetect-183.bin");
            }
            return new LanguageReader(functionWords, new LanguageDetectorModel(input));
        } catch (IOException e) {
            throw new ModelException("The language model cannot be read", e);
        }
    }

    /** Returns the language; {@code ANDERS} when it is neither or there is too little to tell. */
    public TextLanguage read(Story story) {
        FunctionWords.Count count = functionWords.count(story);
        int nl = count.dutch();
        int en = count.english();
        int words = count.words();
        int most = Math.max(nl, en);
        boolean clear = nl != en && most * 4 >= words && (words < 12 || most >= 3);
        if (clear) {
            return nl > en ? TextLanguage.NL : TextLanguage.EN;
        }
        return count.letters() < FEWEST_LETTERS ? byFewWords(nl, en) : byDetector(story.text(), nl, en, words);
    }

    private static TextLanguage byFewWords(int nl, int en) {
        if (nl == en) {
            return nl > 0 ? TextLanguage.NL : TextLanguage.ANDERS;
        }
        return nl > en ? TextLanguage.NL : TextLanguage.EN;
    }

    private TextLanguage byDetector(String text, int nl, int en, int words) {
        String start = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
        String code = new LanguageDetectorME(detector).predictLanguage(start).getLang();
        if (DUTCH_BY_DETECTOR.contains(code)) {
            return TextLanguage.NL;
        }
        if ("eng".equals(code)) {
            return TextLanguage.EN;
        }
        return (nl + en) * 4 >= words ? byFewWords(nl, en) : TextLanguage.ANDERS;
    }
}
