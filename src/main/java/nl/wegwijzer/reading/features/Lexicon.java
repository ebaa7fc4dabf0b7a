package nl.wegwijzer.reading.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wegwijzer.reading.text.FunctionWords;
import nl.wegwijzer.reading.text.Story;

/**
 * Our own word lists: how street, chat and child spellings are written in full, and which ideas a word stands for. Read-only
 * once made.
 */
public final class Lexicon {

    private static final int SHORTEST_STEM = 3;

    private final FunctionWords functionWords;
    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Map<String, List<String>> english = new HashMap<>();
    private final Map<String, List<String>> exact = new HashMap<>();
    private final Map<String, List<String>> starts = new HashMap<>();
    private final Map<String, List<String>> parts = new HashMap<>();
    private int longestStart;

    private Lexicon(FunctionWords functionWords) {
        this.functionWords = functionWords;
    }

    /**
     * Reads the lists.
     *
     * @param functionWords frequent words that tell whether a story is in English
     * @param spellings lines {@code typed = full words}
     * @param english lines {@code word = Dutch words}, used in English stories
     * @param concepts lines {@code idea = word|start*|*part*}
     */
    public static Lexicon parse(
            FunctionWords functionWords, List<String> spellings, List<String> english, List<String> concepts) {
        Lexicon lexicon = new Lexicon(functionWords);
        fill(lexicon.spellings, spellings);
        fill(lexicon.english, english);
        for (String[] line : lines(concepts)) {
            for (String word : line[1].split("\\|")) {
                lexicon.concept(line[0], word.strip());
            }
        }
        return lexicon;
    }

    private static void fill(Map<String, List<String>> map, List<String> lines) {
        for (String[] line : lines(lines)) {
            for (String typed : line[0].split("\\|")) {
                map.put(typed.strip(), List.of(line[1].split("\\s+")));
            }
        }
    }

    private static List<String[]> lines(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split("\\s*=\\s*", 2))
                .toList();
    }

    private void concept(String idea, String word) {
        if (word.isEmpty()) {
            return;
        }
        boolean open = word.endsWith("*");
        if (word.startsWith("*")) {
            put(parts, word.substring(1, word.length() - (open ? 1 : 0)), idea);
        } else if (open) {
            String start = word.substring(0, word.length() - 1);
            longestStart = Math.max(longestStart, start.length());
            put(starts, start, idea);
        } else {
            put(exact, word, idea);
        }
    }

    private static void put(Map<String, List<String>> map, String word, String idea) {
        map.computeIfAbsent(word, key -> new ArrayList<>(1)).add(idea);
    }

    /** Returns whether a story is in English: it has more English than Dutch function words. */
    public boolean isEnglish(Story story) {
        FunctionWords.Count count = functionWords.count(story);
        return count.english() > count.dutch();
    }

    /** Returns the full words for a spelling, or the word itself. */
    public List<String> spell(String word) {
        List<String> full = spellings.get(word);
        return full == null ? List.of(word) : full;
    }

    /** Returns the Dutch words for an English word, or the word itself. */
    public List<String> translate(String word) {
        List<String> dutch = english.get(word);
        return dutch == null ? List.of(word) : dutch;
    }

    /** Returns the ideas that a (folded) word stands for; mostly none. */
    public List<String> conceptsOf(String word) {
        List<String> found = exact.get(word);
        List<String> ideas = found == null ? new ArrayList<>(2) : new ArrayList<>(found);
        int longest = Math.min(longestStart, word.length());
        for (int length = SHORTEST_STEM; length <= longest; length++) {
            List<String> more = starts.get(word.substring(0, length));
            if (more != null) {
                ideas.addAll(more);
            }
        }
        if (word.length() > 5) {
            for (Map.Entry<String, List<String>> part : parts.entrySet()) {
                if (word.contains(part.getKey())) {
                    ideas.addAll(part.getValue());
                }
            }
        }
        return ideas;
    }
}
