package nl.wegwijzer.reading.crisis;

import java.util.List;

/** Lays the steps of a pattern along a story. Gaps are short, so trying every way stays cheap. */
final class PatternMatcher {

    private final List<Element> elements;
    private final KeyedStory story;

    private PatternMatcher(List<Element> elements, KeyedStory story) {
        this.elements = elements;
        this.story = story;
    }

    /** Returns the index after the last word that the pattern covers when it begins at {@code at}, or -1. */
    static int end(List<Element> elements, KeyedStory story, int at) {
        return new PatternMatcher(elements, story).match(0, at);
    }

    private int match(int step, int at) {
        if (step == elements.size()) {
            return at;
        }
        Element element = elements.get(step);
        return element instanceof Element.Gap gap ? gap(gap, step, at) : words((Element.Words) element, step, at);
    }

    private int words(Element.Words words, int step, int at) {
        if (at < story.keys().size() && !story.endsSentence(at)) {
            if (words.matches(story.keys().get(at))) {
                int end = match(step + 1, at + 1);
                if (end >= 0) {
                    return end;
                }
            }
            String joined = story.joined(at);
            if (joined.length() > 4 && words.exact().contains(joined)) {
                int end = match(step + 1, at + 2);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return words.optional() ? match(step + 1, at) : -1;
    }

    private int gap(Element.Gap gap, int step, int at) {
        for (int skipped = 0; skipped <= gap.most(); skipped++) {
            int end = match(step + 1, at + skipped);
            if (end >= 0) {
                return end;
            }
            int next = at + skipped;
            boolean stop = next >= story.keys().size();
            if (stop || (!gap.anything() && (story.endsSentence(next) || story.isNegation(next)))) {
                return -1;
            }
        }
        return -1;
    }
}
