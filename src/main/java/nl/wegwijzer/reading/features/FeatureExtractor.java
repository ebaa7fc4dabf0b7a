package nl.wegwijzer.reading.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.reading.text.Token;
import opennlp.tools.stemmer.snowball.SnowballStemmer;

/**
 * Turns a story into features. Every family is made equally long (Euclidean norm) whatever the length of the story, so that
 * three words and three pages speak with the same voice. Thread-safe.
 */
public final class FeatureExtractor {

    /** What a story says, it says in this many words; the rest of a very long one adds time, not knowledge. */
    private static final int MOST_WORDS = 1_500;

    /** Ideas of the lexicon that are kinds of people. */
    private static final Set<String> ROLES = Set.of(
            "docent",
            "medewerker",
            "leiding",
            "functionaris",
            "leerling",
            "ouder",
            "familie",
            "eigen_kind",
            "partner",
            "vreemde");

    private final Lexicon lexicon;
    private final FeatureWeights weights;

    /** Uses these word lists and weights. */
    public FeatureExtractor(Lexicon lexicon, FeatureWeights weights) {
        this.lexicon = lexicon;
        this.weights = weights;
    }

    /** Returns the features of a story; an empty story has only its shape. */
    public FeatureBag extract(Story story) {
        FeatureBag bag = new FeatureBag();
        List<Term> terms = terms(story);
        Set<String> seen = new HashSet<>();
        words(terms, bag, seen);
        pairs(terms, bag, seen);
        letters(terms, bag, seen);
        List<List<String>> ideas =
                terms.stream().map(term -> lexicon.conceptsOf(term.word)).toList();
        concepts(terms, ideas, bag, seen);
        roles(terms, ideas, bag, seen);
        shape(story, terms, bag);
        return bag;
    }

    /** A word in full, its stem, where it came from, whether it is letters, and its English when it was translated. */
    private record Term(String word, String stem, int token, boolean text, String english) {

        Term(String word, String stem, int token, boolean text) {
            this(word, stem, token, text, "");
        }
    }

    private List<Term> terms(Story story) {
        SnowballStemmer stemmer = new SnowballStemmer(SnowballStemmer.ALGORITHM.DUTCH);
        boolean english = lexicon.isEnglish(story);
        List<Term> terms = new ArrayList<>();
        List<Token> tokens = story.tokens();
        for (int i = 0; i < tokens.size() && terms.size() < MOST_WORDS; i++) {
            Token token = tokens.get(i);
            switch (token.kind()) {
                case WORD -> {
                    List<String> words = english ? lexicon.translate(token.word()) : lexicon.spell(token.word());
                    for (String word : words) {
                        terms.add(new Term(word, stemmer.stem(word).toString(), i, true, english ? token.word() : ""));
                    }
                }
                case NUMBER ->
                    terms.add(new Term("0", "0x" + Math.min(3, token.word().length()), i, false));
                case EMOJI -> terms.add(new Term(token.word(), token.word(), i, false));
                case MARK -> {
                    if (token.endsSentence()) {
                        terms.add(new Term(".", ".", i, false));
                    }
                }
            }
        }
        return terms;
    }

    private void words(List<Term> terms, FeatureBag bag, Set<String> seen) {
        int from = bag.size();
        for (Term term : terms) {
            if (!".".equals(term.stem)) {
                add(bag, seen, "w:" + term.stem, 1, term.token);
            }
            if (!term.english.isEmpty()) {
                add(bag, seen, "e:" + term.english, 1, term.token);
            }
        }
        bag.normalize(from, weights.words());
    }

    private void pairs(List<Term> terms, FeatureBag bag, Set<String> seen) {
        if (weights.pairs() == 0) {
            return;
        }
        int from = bag.size();
        for (int i = 0; i + 1 < terms.size(); i++) {
            add(bag, seen, "p:" + terms.get(i).stem + " " + terms.get(i + 1).stem, 1, terms.get(i).token);
            if (i + 2 < terms.size()) {
                add(bag, seen, "q:" + terms.get(i).stem + " " + terms.get(i + 2).stem, 1, terms.get(i).token);
            }
        }
        bag.normalize(from, weights.pairs());
    }

    private void letters(List<Term> terms, FeatureBag bag, Set<String> seen) {
        if (weights.letters() == 0) {
            return;
        }
        int from = bag.size();
        for (Term term : terms) {
            if (term.text) {
                String word = "<" + term.word + ">";
                for (int n = 3; n <= 5; n++) {
                    for (int i = 0; i + n <= word.length(); i++) {
                        add(bag, seen, word.substring(i, i + n), 1, term.token);
                    }
                }
            }
        }
        bag.normalize(from, weights.letters());
    }

    private void concepts(List<Term> terms, List<List<String>> ideas, FeatureBag bag, Set<String> seen) {
        if (weights.concepts() == 0) {
            return;
        }
        int from = bag.size();
        List<String> told = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            for (String idea : ideas.get(i)) {
                add(bag, seen, "k:" + idea, 1, terms.get(i).token);
                told.add(idea);
                places.add(i);
            }
        }
        bag.normalize(from, weights.concepts());
        if (weights.conceptPairs() == 0) {
            return;
        }
        int pairsFrom = bag.size();
        for (int i = 0; i < told.size(); i++) {
            for (int j = i + 1; j < told.size() && places.get(j) - places.get(i) <= 6; j++) {
                if (!told.get(i).equals(told.get(j))) {
                    add(bag, seen, "l:" + told.get(i) + " " + told.get(j), 1, terms.get(places.get(i)).token);
                }
            }
        }
        bag.normalize(pairsFrom, weights.conceptPairs());
    }

    /** Who is in the story: the set of roles, the first and the last, and what stands just before and after each. */
    private void roles(List<Term> terms, List<List<String>> ideas, FeatureBag bag, Set<String> seen) {
        if (weights.roles() == 0) {
            return;
        }
        int from = bag.size();
        TreeSet<String> all = new TreeSet<>();
        String last = "";
        for (int i = 0; i < terms.size(); i++) {
            for (String idea : ideas.get(i)) {
                if (ROLES.contains(idea)) {
                    if (all.isEmpty()) {
                        add(bag, seen, "r:first " + idea, 1, terms.get(i).token);
                    }
                    all.add(idea);
                    last = idea;
                    add(bag, seen, "r:" + stem(terms, i - 1) + " " + idea, 1, terms.get(i).token);
                    add(bag, seen, "r:" + idea + " " + stem(terms, i + 1), 1, terms.get(i).token);
                }
            }
        }
        add(bag, seen, "r:all " + String.join(" ", all), 2, -1);
        add(bag, seen, "r:last " + last, 1, -1);
        bag.normalize(from, weights.roles());
    }

    private static String stem(List<Term> terms, int index) {
        return index < 0 || index >= terms.size() ? "." : terms.get(index).stem;
    }

    private void shape(Story story, List<Term> terms, FeatureBag bag) {
        int from = bag.size();
        int words = terms.size();
        bag.add("s:n" + (words <= 3 ? words : words <= 6 ? 6 : words <= 15 ? 15 : words <= 40 ? 40 : 99), 1, -1);
        boolean question =
                story.tokens().stream().anyMatch(token -> token.word().startsWith("?"));
        bag.add(question ? "s:?" : "s:-", 1, -1);
        bag.normalize(from, weights.shape());
    }

    private static void add(FeatureBag bag, Set<String> seen, String name, float value, int token) {
        if (seen.add(name)) {
            bag.add(name, value, token);
        }
    }
}
