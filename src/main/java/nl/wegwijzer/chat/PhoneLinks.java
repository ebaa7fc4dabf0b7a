package nl.wegwijzer.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the known telephone numbers in what the chat says, so that a page can make each of them a number to tap. */
public final class PhoneLinks {
    private static final Pattern NUMBERS = Pattern.compile(HelpLines.dialled().keySet().stream()
            .sorted((one, other) -> other.length() - one.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}-])(?:", ")(?![\\p{L}\\p{N}]|-\\p{N})")));

    private PhoneLinks() {}

    /**
     * A part of a sentence.
     *
     * @param uri {@code tel:} address, empty for plain words
     */
    public record Piece(String text, String uri) {}

    /** Cuts a sentence in pieces; put together again they are the sentence. */
    public static List<Piece> in(String sentence) {
        List<Piece> pieces = new ArrayList<>();
        Matcher number = NUMBERS.matcher(sentence);
        int from = 0;
        while (number.find()) {
            if (number.start() > from) {
                pieces.add(new Piece(sentence.substring(from, number.start()), ""));
            }
            pieces.add(new Piece(number.group(), HelpLines.dialled().getOrDefault(number.group(), "")));
            from = number.end();
        }
        if (from < sentence.length()) {
            pieces.add(new Piece(sentence.substring(from), ""));
        }
        return pieces;
    }
}
