package nl.wegwijzer.chat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.report.NewReport;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.taxonomy.Language;

/** A conversation in a test: answers the questions that the test names, and the others as simply as it can. */
final class Talk {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    final Script script;
    Conversation conversation;
    final List<String> met = new ArrayList<>();
    private final Map<String, Input> answers = new HashMap<>();

    Talk(SchoolProfile school, Language language) {
        script = new Script(school, new KeywordReader(), Clock.fixed(NOW, ZoneOffset.UTC));
        conversation = script.start(language);
        answers.put("verhaal", Input.type("een jongen scheldt me uit"));
        answers.put("naam", Input.choose("anoniem"));
        answers.put("wie_doet_dit", Input.choose("leerling"));
    }

    static Talk at(SchoolProfile school) {
        return new Talk(school, Language.NL);
    }

    Talk says(String question, String... values) {
        answers.put(question, new Input(List.of(values), ""));
        return this;
    }

    Talk types(String question, String text, String... values) {
        answers.put(question, new Input(List.of(values), text));
        return this;
    }

    /** Answers until this question is asked. */
    Talk until(String question) {
        while (!asked().equals(question)) {
            met.add(asked());
            if (met.size() > 60) {
                throw new AssertionError("never asked " + question + ": " + met);
            }
            send(answerTo(script.next(conversation)));
        }
        return this;
    }

    /** Answers everything and sends. */
    NewReport report() {
        until("controle");
        return ((Turn.Send) script.answer(conversation, Input.choose(Input.SEND))).report();
    }

    /** Sends one input that must be taken. */
    Talk send(Input input) {
        Turn turn = script.answer(conversation, input);
        if (!(turn instanceof Turn.Asked taken)) {
            String why = turn instanceof Turn.Problem problem ? problem.message() : turn.toString();
            throw new AssertionError("at " + asked() + ": " + why);
        }
        conversation = taken.conversation();
        return this;
    }

    Turn.Problem refused(Input input) {
        Turn.Problem problem = (Turn.Problem) script.answer(conversation, input);
        conversation = problem.conversation();
        return problem;
    }

    String asked() {
        return script.next(conversation).name().wire();
    }

    ChatPage page() {
        return new ChatPages(script).page(conversation, "verzegeld", Optional.empty());
    }

    private Input answerTo(Question question) {
        Input prepared = answers.get(question.name().wire());
        if (prepared != null) {
            return prepared;
        }
        if (!question.people().isEmpty() && question.kind() == ChatPage.Kind.PEOPLE) {
            return Input.choose(question.people().get(0).official());
        }
        return question.options().isEmpty()
                ? Input.choose(Input.NEXT)
                : Input.choose(question.options().get(0).value());
    }
}
