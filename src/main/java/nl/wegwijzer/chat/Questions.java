package nl.wegwijzer.chat;

import static nl.wegwijzer.chat.QuestionName.VERHAAL;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.wegwijzer.reading.IdentifyingDetail;
import nl.wegwijzer.routing.RoutingDecision;
import nl.wegwijzer.school.OfficialCard;
import nl.wegwijzer.school.Sector;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.ReporterKind;

/** Makes each question fit the situation: who it is for, what can be answered, what is marked beforehand. */
final class Questions {
    /** The whole story, in code points. */
    static final int STORY_LENGTH = 20_000;

    /** Every other text, in code points. */
    static final int TEXT_LENGTH = 2_000;

    private static final int LIKELY_CATEGORIES = 3;
    private static final int DETAILS_SHOWN = 50;

    private Questions() {}

    /** Returns a question as it stands now; empty when it makes no sense for this reporter and this story. */
    static Optional<Question> of(QuestionName name, Situation now) {
        return switch (name) {
            case WIE -> choice(name, "", "leerling", "ouder", "personeel");
            case MELDPLICHT -> when(is(now, ReporterKind.PERSONEEL), new Question.Information(name));
            case OVER_WIE -> overWie(now);
            case WEET_KIND -> aboutOwnChild(now) ? choice(name, "", "ja", "nee") : Optional.empty();
            case VERHAAL ->
                Optional.of(new TextQuestion(name, List.of(), List.of(), STORY_LENGTH, Optional.empty(), false, false));
            case VEILIG -> veilig(now);
            case ZEGT_KIND -> aboutOwnChild(now) ? text(name) : Optional.empty();
            case SOORT -> soort(now);
            case WIE_DOET_DIT -> wieDoetDit(now);
            case WELKE_FUNCTIONARIS -> welkeFunctionaris(now);
            case ACHTTIEN -> ageMatters(now) ? choice(name, "", "ja", "nee") : Optional.empty();
            case WAAR -> several(name, "op_school", "onderweg", "online", "thuis");
            case WANNEER -> several(name, "vandaag", "deze_week", "eerder", "vaak");
            case GEZIEN_DOOR -> several(name, "niemand", "leerlingen", "volwassene");
            case AL_GEDAAN ->
                is(now, ReporterKind.OUDER)
                        ? text(name, "niets", "mentor", "directie")
                        : text(name, "niets", "hielp", "hielp_niet");
            case WENS -> text(name, "luisteren", "stoppen", "advies");
            case NIET_GEWENST -> nietGewenst(now);
            case ZORG_OF_KLACHT -> is(now, ReporterKind.OUDER) ? choice(name, "", "zorg", "klacht") : Optional.empty();
            case STAPPEN -> Optional.of(new Question.Information(name));
            case ONTVANGER -> ontvanger(now);
            case NAAM -> naam();
            case TELEFOON -> now.danger() && now.anonymous() ? text(name) : Optional.empty();
            case DETAILS -> details(now);
            case MEEGAAN ->
                is(now, ReporterKind.LEERLING)
                        ? choice(name, "", "alleen", "vertrouwd", "ouder", "contactpersoon")
                        : choice(name, "", "alleen", "vertrouwd", "contactpersoon");
            case CONTROLE -> Optional.of(new Question.Review(name));
        };
    }

    /** Whether a question that makes sense need not be asked, because the story or its subject already answers it. */
    static boolean isSpared(QuestionName name, Situation now) {
        String story = now.told();
        boolean noDetails = now.sexual() || now.gentle();
        return switch (name) {
            case SOORT -> !now.categoryUncertain();
            case WAAR ->
                noDetails
                        || Cues.tellsWhere(story)
                        || now.category().filter(c -> c == Category.CYBERPESTEN).isPresent();
            case WANNEER -> noDetails || Cues.tellsWhen(story);
            case GEZIEN_DOOR -> noDetails;
            case WIE,
                    MELDPLICHT,
                    OVER_WIE,
                    WEET_KIND,
                    VERHAAL,
                    VEILIG,
                    ZEGT_KIND,
                    WIE_DOET_DIT,
                    WELKE_FUNCTIONARIS,
                    ACHTTIEN,
                    AL_GEDAAN,
                    WENS,
                    NIET_GEWENST,
                    ZORG_OF_KLACHT,
                    STAPPEN,
                    ONTVANGER,
                    NAAM,
                    TELEFOON,
                    DETAILS,
                    MEEGAAN,
                    CONTROLE -> false;
        };
    }

    private static Optional<Question> overWie(Situation now) {
        return switch (now.reporter()) {
            case LEERLING -> {
                boolean other = Cues.isAboutSomeoneElse(story(now));
                yield choice(QuestionName.OVER_WIE, other ? "ander" : "", Situation.MYSELF, "ander");
            }
            case OUDER -> choice(QuestionName.OVER_WIE, "", "kind", "ander", Situation.MYSELF);
            case PERSONEEL -> choice(QuestionName.OVER_WIE, "", "kind", "ander", Situation.MYSELF);
        };
    }

    /** The story as far as it is known: also when the reporter went back to the start and it is only a draft. */
    private static String story(Situation now) {
        return now.conversation()
                .answer(VERHAAL)
                .or(() -> now.conversation().draft(VERHAAL))
                .map(Answer::text)
                .orElse("");
    }

    /** Who tells in bursts can add to the story beside the first question after it. */
    private static Optional<Question> veilig(Situation now) {
        boolean room = now.conversation().revisiting().isEmpty()
                || !now.conversation().text(QuestionName.VEILIG).isEmpty();
        return Optional.of(new Question.Choice(
                QuestionName.VEILIG,
                options("", "ja", "soms", Situation.UNSAFE, Situation.IN_DANGER),
                true,
                room ? TEXT_LENGTH : 0,
                false));
    }

    /** "Something else" says nothing before the others were seen, so it stands last however likely it is. */
    private static Optional<Question> soort(Situation now) {
        Comparator<Category> likely = Comparator.<Category, Boolean>comparing(c -> c == Category.OVERIG)
                .thenComparing(c -> now.story().categories().getOrDefault(c, 0.0), Comparator.reverseOrder());
        List<Category> order = Stream.of(Category.values()).sorted(likely).toList();
        List<Question.Option> options = order.stream()
                .map(c -> new Question.Option(c.wire(), order.indexOf(c) < LIKELY_CATEGORIES))
                .toList();
        return Optional.of(new Question.Choice(QuestionName.SOORT, options, true, 0, true));
    }

    /**
     * Asked of a sad story too, since nothing may reach somebody who is part of it; but there "nobody" comes first, and
     * nobody is suggested unless the story is about more than sadness.
     */
    private static Optional<Question> wieDoetDit(Situation now) {
        boolean sad = now.category().filter(c -> c == Category.WELZIJN).isPresent();
        String nobody = Accused.ONBEKEND.wire();
        String read = sad ? nobody : now.story().accused().wire();
        List<Question.Option> options = Stream.of(
                        now.gentleStory() ? nobody : "",
                        Accused.LEERLING.wire(),
                        Accused.PERSONEEL.wire(),
                        Accused.SCHOOLLEIDING.wire(),
                        Situation.BOARD,
                        Accused.FUNCTIONARIS.wire(),
                        Accused.OUDER.wire(),
                        Accused.BUITENSTAANDER.wire(),
                        now.gentleStory() ? "" : nobody)
                .filter(value -> !value.isEmpty())
                .map(value -> new Question.Option(value, value.equals(read)))
                .toList();
        return Optional.of(new Question.Choice(QuestionName.WIE_DOET_DIT, options, false));
    }

    private static Optional<Question> welkeFunctionaris(Situation now) {
        if (now.accused() != Accused.FUNCTIONARIS || now.school().officials().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PeopleQuestion(QuestionName.WELKE_FUNCTIONARIS, officials(now, id -> true), true));
    }

    /** Unknown counts as minor, so the question is asked only where the answer may well be "18 or older". */
    private static boolean ageMatters(Situation now) {
        boolean sexual = now.category().filter(c -> c == Category.SEKSUEEL).isPresent();
        boolean maybeAdult = now.school().sector() == Sector.MBO || is(now, ReporterKind.PERSONEEL);
        return sexual && now.staffAccused() && maybeAdult;
    }

    private static Optional<Question> nietGewenst(Situation now) {
        List<Question.Offer> people =
                officials(now, id -> now.accusedPerson().filter(id::equals).isEmpty());
        return Optional.of(new TextQuestion(
                QuestionName.NIET_GEWENST, List.of(), people, TEXT_LENGTH, Optional.empty(), false, true));
    }

    private static Optional<Question> ontvanger(Situation now) {
        RoutingDecision proposal = now.proposal();
        List<Question.Offer> people = now.offered().stream()
                .map(id -> new Question.Offer(
                        id, proposal.recipient().filter(id::equals).map(recommended -> proposal.reason())))
                .toList();
        return Optional.of(new PeopleQuestion(QuestionName.ONTVANGER, people, false));
    }

    private static Optional<Question> naam() {
        return Optional.of(new TextQuestion(
                QuestionName.NAAM,
                options("", Situation.WITH_NAME, "anoniem"),
                List.of(),
                TEXT_LENGTH,
                Optional.of(Situation.WITH_NAME),
                false,
                true));
    }

    private static Optional<Question> details(Situation now) {
        if (!now.anonymous()) {
            return Optional.empty();
        }
        List<Question.Option> found = now.whole().details().stream()
                .map(IdentifyingDetail::text)
                .filter(Predicate.not(String::isBlank))
                .distinct()
                .limit(DETAILS_SHOWN)
                .map(words -> new Question.Option(Redaction.value(words), false))
                .distinct()
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new MultipleQuestion(QuestionName.DETAILS, found));
    }

    private static boolean aboutOwnChild(Situation now) {
        return is(now, ReporterKind.OUDER)
                && now.conversation()
                        .value(QuestionName.OVER_WIE)
                        .filter("kind"::equals)
                        .isPresent();
    }

    private static boolean is(Situation now, ReporterKind kind) {
        return now.reporter() == kind;
    }

    private static List<Question.Offer> officials(Situation now, Predicate<String> wanted) {
        return now.school().officials().stream()
                .map(OfficialCard::id)
                .map(Object::toString)
                .filter(wanted)
                .map(id -> new Question.Offer(id, Optional.empty()))
                .toList();
    }

    private static Optional<Question> choice(QuestionName name, String selected, String... values) {
        return Optional.of(new Question.Choice(name, options(selected, values), true));
    }

    private static Optional<Question> text(QuestionName name, String... values) {
        return Optional.of(
                new TextQuestion(name, options("", values), List.of(), TEXT_LENGTH, Optional.empty(), false, true));
    }

    private static Optional<Question> several(QuestionName name, String... values) {
        return Optional.of(
                new TextQuestion(name, options("", values), List.of(), TEXT_LENGTH, Optional.empty(), true, true));
    }

    private static List<Question.Option> options(String selected, String... values) {
        return Stream.of(values)
                .map(value -> new Question.Option(value, value.equals(selected)))
                .toList();
    }

    private static Optional<Question> when(boolean condition, Question question) {
        return condition ? Optional.of(question) : Optional.empty();
    }
}
