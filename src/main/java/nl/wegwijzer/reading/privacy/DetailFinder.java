package nl.wegwijzer.reading.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wegwijzer.reading.IdentifyingDetail;
import nl.wegwijzer.reading.IdentifyingDetail.Kind;
import nl.wegwijzer.reading.text.Story;
import nl.wegwijzer.reading.text.Token;

/**
 * Finds names, classes, telephone numbers, e-mail addresses, street addresses and "ik ben de enige …". It would rather point
 * out one detail too many: the reporter decides. Thread-safe.
 */
public final class DetailFinder {

    /** A reporter does not check hundreds of details; more than this is a pasted list. */
    private static final int MOST = 100;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final IntPredicate AT_SIGN = sign -> sign == '@';

    private static final IntPredicate DIGIT = sign -> sign >= '0' && sign <= '9';

    private static final IntPredicate ANYTHING = sign -> true;

    private static final List<Rule> RULES = List.of(
            new Rule(Kind.EMAIL, AT_SIGN, 0, "[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{2,20}){1,3}"),
            new Rule(Kind.TELEFOON, DIGIT, 0, "(?<![\\d+])(?:\\+31|0031|0)[ -]?(?:\\(0\\))?(?:\\d[ -]?){8}\\d(?!\\d)"),
            new Rule(
                    Kind.ADRES,
                    DIGIT,
                    0,
                    "\\b\\d{4} ?[a-z]{2}\\b(?= |$|[,.])(?<!\\d{4} (?:is|en|in|op|we|ik|ze|te|of|al|ja|om|uu))"),
            new Rule(
                    Kind.ADRES,
                    DIGIT,
                    0,
                    "\\b\\p{L}{2,25}(?:straat|laan|weg|plein|gracht|kade|dreef|singel|steeg|dijk|hof|plantsoen) \\d{1,4} ?[a-z]?\\b"),
            new Rule(
                    Kind.KLAS,
                    DIGIT,
                    0,
                    "\\b(?:klas|brugklas|groep|mavo|havo|vwo|vmbo|atheneum|gymnasium|mbo|class|grade|year) ?\\d{1,2} ?[a-h]?\\d?\\b"),
            new Rule(
                    Kind.KLAS,
                    DIGIT,
                    0,
                    "\\b\\d(?:e|de|ste)? ?(?:mavo|havo|vwo|vmbo|atheneum|gymnasium|kader|basis|tl|gt|kb|bb|mh|hv)\\d?[a-h]?\\b"),
            new Rule(
                    Kind.KLAS,
                    DIGIT,
                    0,
                    "\\b(?:[1-6](?:[a-h]|h|v|m|k|b|t|g|a)[1-9]?[a-h]?|[hvmbtkga][1-6][a-h]?[1-9]?)\\b(?! ?(?:euro|uur|keer))"),
            new Rule(
                    Kind.NAAM,
                    ANYTHING,
                    1,
                    "\\b(?:ik heet|mijn naam is|me naam is|mn naam is|my name is|groetjes van|genaamd) (\\p{L}{2,20})"),
            new Rule(
                    Kind.UNIEK,
                    ANYTHING,
                    0,
                    "\\b(?:ben|was|is|zijn|als|am|m|the|de)\\b[^.!?\\n]{0,12}\\b(?:enige|enigste|only)\\b[^.!?\\n]{0,60}?\\b(?:klas|school|groep|jaarlaag|leerjaar|jaar|team|afdeling|dorp|class|year|grade|group)\\b"));

    private static final Pattern TITLE = Pattern.compile(
            "\\b(?:meneer|mevrouw|juf|juffrouw|meester|mr|mw|dhr|mevr|sir|miss|mrs|docent|leraar|mentor|conciërge|oom|tante) (?:van (?:de|den|der) |de |el )?(\\p{L}{2,20})",
            FLAGS);

    private final Set<String> firstNames;
    private final Set<String> alsoWords;

    /**
     * Uses these names.
     *
     * @param names one a line; a name that is also a word begins with {@code ~} and counts only when written with a capital
     */
    public DetailFinder(List<String> names) {
        List<String> lines = names.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
        this.firstNames = lines.stream().filter(line -> !line.startsWith("~")).collect(Collectors.toUnmodifiableSet());
        this.alsoWords = lines.stream()
                .filter(line -> line.startsWith("~"))
                .map(line -> line.substring(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Finds the details of a story in order of appearance; none overlaps another. */
    public List<IdentifyingDetail> find(Story story) {
        List<IdentifyingDetail> found = new ArrayList<>();
        for (Rule rule : RULES) {
            rule.find(story.text(), found);
        }
        titles(story.text(), found);
        names(story, found);
        found.sort(Comparator.comparingInt(IdentifyingDetail::start)
                .thenComparing(IdentifyingDetail::end, Comparator.reverseOrder()));
        List<IdentifyingDetail> apart = new ArrayList<>();
        int end = 0;
        for (IdentifyingDetail detail : found) {
            if (detail.start() >= end && apart.size() < MOST) {
                apart.add(detail);
                end = detail.end();
            }
        }
        return List.copyOf(apart);
    }

    /** "meneer De Vries" is a name; "meneer zegt" is not: what follows the title must have a capital. */
    private static void titles(String text, List<IdentifyingDetail> found) {
        Matcher matcher = TITLE.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            if (Character.isUpperCase(text.charAt(matcher.start(1)))) {
                found.add(detail(Kind.NAAM, text, matcher.start(1), matcher.end(1)));
            }
        }
    }

    private void names(Story story, List<IdentifyingDetail> found) {
        int before = found.size();
        for (Token token : story.tokens()) {
            boolean name = token.isWord()
                    && (firstNames.contains(token.word()) || (token.capital() && alsoWords.contains(token.word())));
            if (name && found.size() < before + MOST) {
                found.add(detail(Kind.NAAM, story.text(), token.start(), token.end()));
            }
        }
    }

    private static IdentifyingDetail detail(Kind kind, String text, int start, int end) {
        return new IdentifyingDetail(kind, start, end, text.substring(start, end));
    }

    /**
     * What one kind of detail looks like.
     *
     * @param sign a character that every such detail contains, if there is one; looking for it is quicker than trying the
     *     expression
     * @param group which part of the expression is the detail
     */
    private record Rule(Kind kind, IntPredicate sign, int group, Pattern pattern) {

        Rule(Kind kind, IntPredicate sign, int group, String pattern) {
            this(kind, sign, group, Pattern.compile(pattern, FLAGS));
        }

        void find(String text, List<IdentifyingDetail> found) {
            if (text.chars().noneMatch(sign)) {
                return;
            }
            Matcher matcher = pattern.matcher(text);
            int before = found.size();
            while (found.size() < before + MOST && matcher.find()) {
                found.add(detail(kind, text, matcher.start(group), matcher.end(group)));
            }
        }
    }
}
