package nl.wegwijzer.chat;

import static nl.wegwijzer.chat.QuestionName.ACHTTIEN;
import static nl.wegwijzer.chat.QuestionName.NAAM;
import static nl.wegwijzer.chat.QuestionName.NIET_GEWENST;
import static nl.wegwijzer.chat.QuestionName.ONTVANGER;
import static nl.wegwijzer.chat.QuestionName.OVER_WIE;
import static nl.wegwijzer.chat.QuestionName.SOORT;
import static nl.wegwijzer.chat.QuestionName.TELEFOON;
import static nl.wegwijzer.chat.QuestionName.VEILIG;
import static nl.wegwijzer.chat.QuestionName.VERHAAL;
import static nl.wegwijzer.chat.QuestionName.WELKE_FUNCTIONARIS;
import static nl.wegwijzer.chat.QuestionName.WIE_DOET_DIT;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wegwijzer.reading.Reading;
import nl.wegwijzer.reading.ReportReader;
import nl.wegwijzer.routing.RoutingDecision;
import nl.wegwijzer.routing.RoutingPolicy;
import nl.wegwijzer.routing.RoutingRequest;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.Urgency;
import nl.wegwijzer.taxonomy.WireValue;

/**
 * Everything that follows from a conversation: what the story is about, who is accused, who may read it. Worked out
 * again from the answers at every step, so that nothing depends on what a browser claims.
 *
 * @param conversation the answers so far
 * @param school whose page it is
 * @param story reading of the story and what was added to it, never of later answers: category and accused
 * @param whole reading of everything that was typed: alerts, urgency, details that give the writer away
 */
record Situation(Conversation conversation, SchoolProfile school, Reading story, Reading whole) {
    /** The value of {@code wie_doet_dit} for the board itself, which is school leadership to the routing. */
    static final String BOARD = "bestuur";

    static final String IN_DANGER = "gevaar";
    static final String UNSAFE = "nee";
    static final String WITH_NAME = "naam";
    static final String MYSELF = "mij";

    /** Works out the situation. */
    static Situation of(Conversation conversation, SchoolProfile school, ReportReader reader) {
        String all = conversation.answers().stream()
                .filter(entry -> entry.question() != NAAM && entry.question() != TELEFOON)
                .map(entry -> entry.answer().text())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        String story = told(conversation);
        Reading whole = reader.read(all);
        return new Situation(conversation, school, all.equals(story) ? whole : reader.read(story), whole);
    }

    /** Returns the story in the reporter's own words, with what was added right after it. */
    String told() {
        return told(conversation);
    }

    private static String told(Conversation conversation) {
        return Stream.of(conversation.text(VERHAAL), conversation.text(VEILIG))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    ReporterKind reporter() {
        return conversation.audience();
    }

    /** Returns what the report is about: the reporter's own word, else the reading when it is sure; empty when unsure. */
    Optional<Category> category() {
        if (conversation.answer(SOORT).isPresent()) {
            return conversation.value(SOORT).flatMap(wire -> WireValue.parse(Category.class, wire));
        }
        return categoryUncertain() ? Optional.empty() : Optional.of(story.category());
    }

    /** Whether the reporter must say what it is about: the models are unsure, or contradict a crisis rule. */
    boolean categoryUncertain() {
        boolean contradiction = whole.alerts().contains(Alert.SEKSUEEL_GEWELD)
                && story.category() != Category.SEKSUEEL
                && story.category() != Category.THUISSITUATIE;
        return story.ask() || contradiction;
    }

    Accused accused() {
        return conversation
                .value(WIE_DOET_DIT)
                .flatMap(wire ->
                        boardAccused() ? Optional.of(Accused.SCHOOLLEIDING) : WireValue.parse(Accused.class, wire))
                .orElse(Accused.ONBEKEND);
    }

    boolean boardAccused() {
        return conversation.value(WIE_DOET_DIT).filter(BOARD::equals).isPresent();
    }

    boolean staffAccused() {
        return switch (accused()) {
            case PERSONEEL, SCHOOLLEIDING, FUNCTIONARIS -> true;
            case LEERLING, OUDER, BUITENSTAANDER, ONBEKEND -> false;
        };
    }

    /** Whether it is a sexual subject, so that no details are asked (domain §7). */
    boolean sexual() {
        return category().filter(c -> c == Category.SEKSUEEL).isPresent()
                || whole.alerts().contains(Alert.SEKSUEEL_GEWELD)
                || whole.alerts().contains(Alert.SEXTORTION);
    }

    /** Whether someone may not want to live any more, or feels bad without more: no questions as after an incident. */
    boolean gentle() {
        return gentleStory() || whole.alerts().contains(Alert.ZELFDODING);
    }

    /** The same, as far as the story tells; a question that was asked keeps its words when a later answer says more. */
    boolean gentleStory() {
        return story.alerts().contains(Alert.ZELFDODING)
                || category().filter(c -> c == Category.WELZIJN).isPresent();
    }

    /** Returns whether it happened to a minor, where that was asked; empty counts as minor (domain §10). */
    Optional<Boolean> minor() {
        return conversation.value(ACHTTIEN).map("nee"::equals);
    }

    boolean aboutReporter() {
        return conversation.value(OVER_WIE).filter(who -> !MYSELF.equals(who)).isEmpty();
    }

    boolean anonymous() {
        return conversation.value(NAAM).filter(WITH_NAME::equals).isEmpty();
    }

    /** Whether somebody may be in danger right now. */
    boolean danger() {
        return !whole.alerts().isEmpty()
                || conversation.value(VEILIG).filter(IN_DANGER::equals).isPresent();
    }

    /** Returns how soon someone must look: the reading's urgency, raised by what the reporter chose. */
    Urgency urgency() {
        Urgency least = whole.urgency().compareTo(story.urgency()) < 0 ? whole.urgency() : story.urgency();
        if (danger()) {
            return Urgency.ACUUT;
        }
        boolean grave = conversation.value(VEILIG).filter(UNSAFE::equals).isPresent()
                || category().filter(c -> c == Category.SEKSUEEL).isPresent();
        return grave && least == Urgency.NORMAAL ? Urgency.HOOG : least;
    }

    /** Returns the cards that the answers call for. */
    Set<HelpTopic> help() {
        Set<HelpTopic> topics = EnumSet.noneOf(HelpTopic.class);
        whole.alerts().forEach(alert -> topics.add(HelpTopic.of(alert)));
        String safe = conversation.value(VEILIG).orElse("");
        if (safe.equals(IN_DANGER)) {
            topics.add(HelpTopic.GEVAAR);
        }
        boolean sad = conversation.answer(VERHAAL).isPresent()
                && category().filter(c -> c == Category.WELZIJN).isPresent();
        if (safe.equals(UNSAFE) || sad) {
            topics.add(HelpTopic.PRATEN);
        }
        return topics;
    }

    Optional<String> accusedPerson() {
        return accused() == Accused.FUNCTIONARIS ? conversation.value(WELKE_FUNCTIONARIS) : Optional.empty();
    }

    Set<String> excluded() {
        return conversation
                .answer(NIET_GEWENST)
                .filter(Answer.Given.class::isInstance)
                .map(answer -> Set.copyOf(answer.values()))
                .orElse(Set.of());
    }

    /** Routes the report as if the reporter had no wish yet. */
    RoutingDecision proposal() {
        return route(Optional.empty());
    }

    /** Returns the people who may be chosen as the reader, the proposed one first. */
    List<String> offered() {
        RoutingDecision proposal = proposal();
        return Stream.concat(proposal.recipient().stream(), proposal.alternatives().stream())
                .toList();
    }

    /** Routes the report with the reporter's choice, as long as that choice is still allowed. */
    RoutingDecision decision() {
        RoutingDecision proposal = proposal();
        Optional<String> chosen = conversation.value(ONTVANGER).filter(id -> proposal.alternatives()
                .contains(id));
        return chosen.isPresent() ? route(chosen) : proposal;
    }

    private RoutingDecision route(Optional<String> chosen) {
        return RoutingPolicy.decide(new RoutingRequest(
                category(),
                Set.copyOf(whole.alerts()),
                accused(),
                school.candidates(),
                accusedPerson(),
                excluded(),
                chosen,
                minor()));
    }

    @Override
    public String toString() {
        return "Situation[redacted]";
    }
}
