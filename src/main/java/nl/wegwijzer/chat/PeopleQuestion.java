package nl.wegwijzer.chat;

import java.util.List;

/** One of the school's people; when nobody can be chosen, only going on is possible. */
record PeopleQuestion(QuestionName name, List<Offer> people, boolean skippable) implements Question {
    /** The answer when nobody is left to choose. */
    static final String NOBODY = "niemand";

    @Override
    public ChatPage.Kind kind() {
        return people.isEmpty() ? ChatPage.Kind.CHOICE : ChatPage.Kind.PEOPLE;
    }

    @Override
    public List<Option> options() {
        return people.isEmpty() ? List.of(new Option(Input.NEXT, false)) : List.of();
    }

    @Override
    public Read read(List<String> values, String text) {
        if (people.isEmpty()) {
            return values.equals(List.of(Input.NEXT))
                    ? new Usable(new Answer.Given(List.of(NOBODY), ""))
                    : new Unusable("probleem.kies");
        }
        List<String> chosen = values.stream().filter(v -> !v.equals(Input.NEXT)).toList();
        return chosen.size() == 1 && Question.offers(people, chosen.get(0))
                ? new Usable(new Answer.Given(chosen, ""))
                : new Unusable("probleem.kies_persoon");
    }

    @Override
    public boolean takes(Answer.Given answer) {
        return people.isEmpty()
                ? answer.values().equals(List.of(NOBODY))
                : answer.values().size() == 1
                        && Question.offers(people, answer.values().get(0));
    }
}
