package nl.wegwijzer.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.wegwijzer.seal.Expansion;

/**
 * Our own lists of short, friendly Dutch words, from which receipts are drawn. The lists are checked when they are
 * loaded: a short list would make codes guessable.
 */
public final class ReceiptWords {
    /** What six words must at least be worth (design §6). */
    static final double REQUIRED_BITS = 62;

    private static final int PAIRS = 3;
    private static final int LONGEST_INPUT = 200;
    private static final int SEED_EXPANSION_BYTES = 32;

    private final List<String> adjectives;
    private final List<String> nouns;

    ReceiptWords(List<String> adjectives, List<String> nouns) {
        this.adjectives = checked(adjectives);
        this.nouns = checked(nouns);
        if (bits() < REQUIRED_BITS) {
            throw new IllegalStateException("the receipt words are worth only " + bits() + " bits");
        }
    }

    /**
     * Loads the lists from the class path.
     *
     * @throws IllegalStateException when they are too short, hold a word twice or a word that is not plain a to z
     */
    public static ReceiptWords load() {
        return new ReceiptWords(list("/receipt/bijvoeglijk.txt"), list("/receipt/zelfstandig.txt"));
    }

    /** Returns how many bits a guesser must find. */
    public double bits() {
        return PAIRS * (log2(adjectives.size()) + log2(nouns.size()));
    }

    /**
     * Turns a random seed into the receipt that belongs to it; the same seed always gives the same words, so that a
     * double click on "send" shows the same code.
     *
     * @param seed at least 16 random bytes
     */
    public Receipt ofSeed(byte[] seed) {
        BigInteger number = new BigInteger(1, Expansion.of(seed, "receipt words", SEED_EXPANSION_BYTES));
        List<String> words = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            for (List<String> list : List.of(adjectives, nouns)) {
                BigInteger[] quotientAndRest = number.divideAndRemainder(BigInteger.valueOf(list.size()));
                words.add(list.get(quotientAndRest[1].intValue()));
                number = quotientAndRest[0];
            }
        }
        return new Receipt(words);
    }

    /**
     * Reads a code as people type it: any case, with dots, dashes or line breaks between the words, accents, and at most
     * one slip of the finger in a word when that leaves only one word it can be.
     *
     * @return empty when it can't be a code of ours
     */
    public Optional<Receipt> parse(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", " ")
                .strip();
        List<String> parts = plain.isEmpty() ? List.of() : List.of(plain.split(" "));
        if (parts.size() != 2 * PAIRS) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Optional<String> word = closest(i % 2 == 0 ? adjectives : nouns, parts.get(i));
            if (word.isEmpty()) {
                return Optional.empty();
            }
            words.add(word.get());
        }
        return Optional.of(new Receipt(words));
    }

    private static Optional<String> closest(List<String> list, String typed) {
        if (list.contains(typed)) {
            return Optional.of(typed);
        }
        List<String> near =
                list.stream().filter(word -> oneSlipApart(word, typed)).limit(2).toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    /** One letter too many, too few, another, or two neighbours swapped. */
    static boolean oneSlipApart(String a, String b) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        String restA = a.substring(start);
        String restB = b.substring(start);
        return switch (restA.length() - restB.length()) {
            case 1 -> restA.substring(1).equals(restB);
            case -1 -> restB.substring(1).equals(restA);
            case 0 ->
                restA.isEmpty()
                        || restA.substring(1).equals(restB.substring(1))
                        || (restA.length() > 1
                                && restA.charAt(0) == restB.charAt(1)
                                && restA.charAt(1) == restB.charAt(0)
                                && restA.substring(2).equals(restB.substring(2)));
            default -> false;
        };
    }

    private static List<String> checked(List<String> words) {
        Set<String> seen = new HashSet<>();
        for (String word : words) {
            if (!word.matches("[a-z]{3,10}")) {
                throw new IllegalStateException("not a plain receipt word: " + word);
            }
            if (!seen.add(word)) {
                throw new IllegalStateException("a receipt word stands in the list twice: " + word);
            }
        }
        return List.copyOf(words);
    }

    private static List<String> list(String resource) {
        try (InputStream in = ReceiptWords.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing word list " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double log2(int size) {
        return Math.log(size) / Math.log(2);
    }
}
