package nl.wegwijzer.reading.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.wegwijzer.reading.crisis.CrisisRules;
import nl.wegwijzer.reading.crisis.Findings;
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
    private final CrisisRules rules;
    private final FeatureWeights weights;
    private final DangerFeatures dangers;

    /** Uses these word lists, rules and weights. */
    public FeatureExtractor(Lexicon lexicon, DangerWords dangers, CrisisRules rules, FeatureWeights weights) {
        this.lexicon = lexicon;
        this.rules = rules;
        this.weights = weights;
        this.dangers = new DangerFeatures(dangers, lexicon, weights);
    }

    /** Returns these word lists and rules with other weights. */
    public FeatureExtractor with(FeatureWeights other) {
        return new FeatureExtractor(lexicon, dangers.words(), rules, other);
    }

    /** Returns what the crisis rules say about a story. */
    public Findings findings(Story story) {
        return rules.find(story);
    }

    /** Returns the features of a story, and looks for what the crisis rules say about it first. */
    public FeatureBag extract(Story story) {
        return extract(story, findings(story));
    }

    /**
     * Returns the features of a story; an empty story has only its shape.
     *
     * @param findings what the crisis rules found in it
     */
    public FeatureBag extract(Story story, Findings findings) {
        FeatureBag bag = new FeatureBag();
        List<Term> terms = terms(story);
        Set<String> seen = new HashSet<>();
        words(terms, bag, seen);
        pairs(FeatureFamily.PAIRS, 1, terms, bag, seen);
        pairs(FeatureFamily.SKIP_PAIRS, 2, terms, bag, seen);
        letters(terms, bag, seen);
        List<List<String>> ideas =
                terms.stream().map(term -> lexicon.conceptsOf(term.word)).toList();
        concepts(terms, ideas, bag, seen);
        roles(terms, ideas, bag, seen);
        shape(story, terms, bag);
        dangers.add(story, findings, MOST_WORDS, bag);
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
        }
        bag.normalize(from, weights.of(FeatureFamily.WORDS));
        int englishFrom = bag.size();
        for (Term term : terms) {
            if (!term.english.isEmpty()) {
                add(bag, seen, "e:" + term.english, 1, term.token);
            }
        }
        bag.normalize(englishFrom, weights.of(FeatureFamily.ENGLISH));
    }

    private void pairs(FeatureFamily family, int distance, List<Term> terms, FeatureBag bag, Set<String> seen) {
        if (weights.of(family) == 0) {
            return;
        }
        int from = bag.size();
        for (int i = 0; i + distance < terms.size(); i++) {
            String pair = terms.get(i).stem + " " + terms.get(i + distance).stem;
            add(bag, seen, family.name(pair), 1, terms.get(i).token);
        }
        bag.normalize(from, weights.of(family));
    }

    private void letters(List<Term> terms, FeatureBag bag, Set<String> seen) {
        if (weights.of(FeatureFamily.LETTERS) == 0) {
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
        bag.normalize(from, weights.of(FeatureFamily.LETTERS));
    }

    private void concepts(List<Term> terms, List<List<String>> ideas, FeatureBag bag, Set<String> seen) {
        if (weights.of(FeatureFamily.CONCEPTS) == 0) {
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
        bag.normalize(from, weights.of(FeatureFamily.CONCEPTS));
        if (weights.of(FeatureFamily.CONCEPT_PAIRS) == 0) {
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
        bag.normalize(pairsFrom, weights.of(FeatureFamily.CONCEPT_PAIRS));
    }

    /** Who is in the story: the set of roles, the first and the last, and what stands just before and after each. */
    private void roles(List<Term> terms, List<List<String>> ideas, FeatureBag bag, Set<String> seen) {
        if (weights.of(FeatureFamily.ROLES) == 0) {
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
        bag.normalize(from, weights.of(FeatureFamily.ROLES));
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
        bag.normalize(from, weights.of(FeatureFamily.SHAPE));
    }

    private static void add(FeatureBag bag, Set<String> seen, String name, float value, int token) {
        if (seen.add(name)) {
            bag.add(name, value, token);
        }
    }
}
