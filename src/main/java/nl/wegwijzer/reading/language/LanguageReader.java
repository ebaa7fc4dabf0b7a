package nl.wegwijzer.reading.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

    private static final String MODEL = "/langdetect-183.bin";

    private static final int MOST_CHARS = 400;

    private static final Set<String> DUTCH_BY_DETECTOR = Set.of("nld", "afr", "nds", "fry");

    private final FunctionWords functionWords;
    private final CompletableFuture<LanguageDetectorModel> detector;

    private LanguageReader(FunctionWords functionWords, CompletableFuture<LanguageDetectorModel> detector) {
        this.functionWords = functionWords;
        this.detector = detector;
    }

    /**
     * Takes the word list at once and loads OpenNLP's model of 183 languages from the class path in the background: few texts
     * need it, and it takes as long as all else together. The first text that needs it waits for it.
     *
     * @param functionWords the words that decide when they are clear
     * @throws ModelException when the class path does not have the model
     */
    public static LanguageReader load(FunctionWords functionWords) {
        if (LanguageReader.class.getResource(MODEL) == null) {
            throw new ModelException("The class path has no " + MODEL);
        }
        return new LanguageReader(functionWords, CompletableFuture.supplyAsync(LanguageReader::detector));
    }

    private static LanguageDetectorModel detector() {
        try (InputStream input = LanguageReader.class.getResourceAsStream(MODEL)) {
            return new LanguageDetectorModel(input);
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
        String code =
                new LanguageDetectorME(detector.join()).predictLanguage(start).getLang();
        if (DUTCH_BY_DETECTOR.contains(code)) {
            return TextLanguage.NL;
        }
        if ("eng".equals(code)) {
            return TextLanguage.EN;
        }
        return (nl + en) * 4 >= words ? byFewWords(nl, en) : TextLanguage.ANDERS;
    }
}
