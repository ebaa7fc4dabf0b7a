package nl.wegwijzer.reading.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.wegwijzer.reading.CrisisSignal;
import nl.wegwijzer.reading.crisis.Findings;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.reading.text.Token;

/**
 * The features for danger: which of its ideas are told, which stand close together and in what order, which occur in one story,
 * and what the crisis rules found. "Ik wil niet meer" and "wil ze nooit meer" meet here although they share few words.
 */
final class DangerFeatures {

    private static final String SENTENCE_END = ".";

    /** Two ideas within this many words belong together. */
    private static final int CLOSE = 6;

    /** A negation reaches this many words ahead. */
    private static final int REACH = 3;

    /** A story with more ideas than this tells of everything; which of them occur together says nothing then. */
    private static final int MOST_TOGETHER = 22;

    private final DangerWords words;
    private final Lexicon lexicon;
    private final FeatureWeights weights;

    DangerFeatures(DangerWords words, Lexicon lexicon, FeatureWeights weights) {
        this.words = words;
        this.lexicon = lexicon;
        this.weights = weights;
    }

    DangerWords words() {
        return words;
    }

    /** One place in the story: the ideas of a word, and which token it is. */
    private record Place(Set<String> ideas, int token) {}

    void add(Story story, Findings findings, int mostWords, FeatureBag bag) {
        List<Place> places = places(story, mostWords);
        Set<String> seen = new HashSet<>();
        single(places, bag, seen);
        close(places, bag, seen);
        together(places, bag);
        found(findings, bag, seen);
    }

    private List<Place> places(Story story, int mostWords) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < story.tokens().size() && places.size() < mostWords; i++) {
            Token token = story.tokens().get(i);
            if (token.endsSentence()) {
                places.add(new Place(Set.of(SENTENCE_END), i));
            } else if (token.kind() != Token.Kind.MARK) {
                Set<String> ideas = new TreeSet<>();
                for (String word : lexicon.spell(token.word())) {
                    ideas.addAll(words.ideasOf(word));
                }
                places.add(new Place(ideas, i));
            }
        }
        return places;
    }

    private void single(List<Place> places, FeatureBag bag, Set<String> seen) {
        int from = bag.size();
        int negated = 0;
        for (Place place : places) {
            for (String idea : place.ideas) {
                if (!idea.equals(SENTENCE_END)) {
                    put(bag, seen, "d:" + idea, place.token);
                    if (negated > 0) {
                        put(bag, seen, "d:niet " + idea, place.token);
                    }
                }
            }
            negated = place.ideas.contains(DangerWords.NEGATION) ? REACH : negated - 1;
        }
        bag.normalize(from, weights.of(FeatureFamily.DANGERS));
    }

    private void close(List<Place> places, FeatureBag bag, Set<String> seen) {
        int from = bag.size();
        for (int i = 0; i < places.size(); i++) {
            for (String one : places.get(i).ideas) {
                if (one.equals(SENTENCE_END)) {
                    continue;
                }
                for (int j = i + 1; j < places.size() && j <= i + CLOSE; j++) {
                    for (String other : places.get(j).ideas) {
                        if (!other.equals(one) && !other.equals(SENTENCE_END)) {
                            put(bag, seen, "D:" + one + " " + other, places.get(i).token);
                        }
                    }
                }
            }
        }
        bag.normalize(from, weights.of(FeatureFamily.DANGER_PAIRS));
    }

    private void together(List<Place> places, FeatureBag bag) {
        int from = bag.size();
        TreeSet<String> all = new TreeSet<>();
        places.forEach(place -> all.addAll(place.ideas));
        all.remove(SENTENCE_END);
        if (all.size() <= MOST_TOGETHER) {
            List<String> ideas = List.copyOf(all);
            for (int i = 0; i < ideas.size(); i++) {
                for (int j = i + 1; j < ideas.size(); j++) {
                    bag.add("B:" + ideas.get(i) + " " + ideas.get(j), 1, -1);
                }
            }
        }
        bag.normalize(from, weights.of(FeatureFamily.DANGER_SETS));
    }

    private void found(Findings findings, FeatureBag bag, Set<String> seen) {
        int from = bag.size();
        for (CrisisSignal signal : findings.hard()) {
            put(bag, seen, "F:hard " + signal.alert().wire(), -1);
            put(bag, seen, "F:hard", -1);
        }
        for (CrisisSignal signal : findings.soft()) {
            put(bag, seen, "F:zacht " + signal.alert().wire(), -1);
            put(bag, seen, "F:zacht", -1);
        }
        if (findings.context()) {
            put(bag, seen, "F:kader", -1);
        }
        if (findings.cancelled()) {
            put(bag, seen, "F:niet", -1);
        }
        bag.normalize(from, weights.of(FeatureFamily.FINDINGS));
    }

    private static void put(FeatureBag bag, Set<String> seen, String name, int token) {
        if (seen.add(name)) {
            bag.add(name, 1, token);
        }
    }
}
