package nl.wegwijzer.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wegwijzer.reading.IdentifyingDetail;

/**
 * Takes words that give the writer away out of what is sent. The conversation keeps what was typed, so that the choice
 * can still be undone; only the report is without.
 */
final class Redaction {
    private static final int VALUE_DIGITS = 12;

    private final List<String> removed;
    private final String mark;

    private Redaction(List<String> removed, String mark) {
        this.removed = removed;
        this.mark = mark;
    }

    /** Returns the removal that an anonymous reporter asked for; with a name nothing is removed. */
    static Redaction of(Situation now, String mark) {
        if (!now.anonymous()) {
            return new Redaction(List.of(), mark);
        }
        List<String> ticked = now.conversation()
                .answer(QuestionName.DETAILS)
                .map(Answer::values)
                .orElse(List.of());
        List<String> removed = now.whole().details().stream()
                .map(IdentifyingDetail::text)
                .distinct()
                .filter(words -> ticked.contains(value(words)))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        return new Redaction(removed, mark);
    }

    /** Returns the text without the removed words; a name inside a longer word stays. */
    String apply(String text) {
        String left = text;
        for (String words : removed) {
            left = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])")
                    .matcher(left)
                    .replaceAll(Matcher.quoteReplacement(mark));
        }
        return left;
    }

    /** Returns the wire value under which these words can be ticked; the same words always have the same value. */
    static String value(String words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(words.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return MultipleQuestion.TICKED + HexFormat.of().formatHex(hash).substring(0, VALUE_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
