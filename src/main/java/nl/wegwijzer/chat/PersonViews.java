package nl.wegwijzer.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.routing.Reason;
import nl.wegwijzer.school.OfficialCard;
import nl.wegwijzer.taxonomy.Category;

/** Shows officials with their face, their role and, for the proposed reader, why it is them. */
final class PersonViews {
    private final Situation now;
    private final Texts texts;

    PersonViews(Situation now, Texts texts) {
        this.now = now;
        this.texts = texts;
    }

    /**
     * Returns the people of a question in its order.
     *
     * @param ticked ids whose box is ticked already
     */
    List<ChatPage.Person> of(Question question, List<String> ticked) {
        return question.people().stream()
                .flatMap(offer -> now.school().officials().stream()
                        .filter(card -> card.id().toString().equals(offer.official()))
                        .limit(1)
                        .map(card -> person(card, offer, ticked)))
                .toList();
    }

    private ChatPage.Person person(OfficialCard card, Question.Offer offer, List<String> ticked) {
        return new ChatPage.Person(
                offer.official(),
                card.name(),
                role(card),
                card.about(),
                card.photo(),
                initial(card.name()),
                offer.reason().isPresent() || ticked.contains(offer.official()),
                offer.reason().map(reason -> why(card, reason)).orElse(""),
                card.away());
    }

    private static String initial(String name) {
        return name.isEmpty()
                ? "?"
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    private String role(OfficialCard card) {
        return card.roles().stream()
                .map(role -> texts.of("rol." + role.wire()))
                .reduce((first, second) -> texts.of("rol.en", first, second.toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    private String why(OfficialCard card, Reason reason) {
        String key =
                switch (reason) {
                    case TABEL -> fittingRole(card);
                    case VERVANGING -> "vervanging";
                    case NIET_BETROKKEN -> "niet_betrokken";
                    case IEDEREEN_AFWEZIG -> "iedereen_afwezig";
                    case EIGEN_KEUZE, EIGEN_KEUZE_AFWEZIG, NIEMAND_OVER -> "";
                };
        return key.isEmpty() ? "" : texts.of("reden." + key, card.firstName());
    }

    private String fittingRole(OfficialCard card) {
        Optional<Category> category = now.category();
        if (card.roles().contains(OfficialRole.EXTERNE_VERTROUWENSPERSOON)) {
            if (now.staffAccused()) {
                return "externe_staf";
            }
            return category.filter(c -> c == Category.SEKSUEEL).isPresent() ? "externe_seksueel" : "externe";
        }
        boolean bullying = category.filter(c -> c == Category.PESTEN || c == Category.CYBERPESTEN)
                .isPresent();
        if (bullying && card.roles().contains(OfficialRole.AANSPREEKPUNT_PESTEN)) {
            return "aanspreekpunt";
        }
        return category.isEmpty() ? "contactpersoon_onzeker" : "contactpersoon";
    }
}
