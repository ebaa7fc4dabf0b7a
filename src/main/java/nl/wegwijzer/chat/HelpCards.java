package nl.wegwijzer.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wegwijzer.school.Sector;
import nl.wegwijzer.taxonomy.ReporterKind;

/**
 * Puts the help cards in words and in order: the most pressing first, at most two open (domain §10). Someone to talk to is
 * folded when there is something more pressing.
 */
final class HelpCards {
    private static final int OPEN = 2;

    private HelpCards() {}

    /** Returns the cards of a conversation. */
    static List<ChatPage.HelpCard> of(Conversation conversation, Sector sector, Texts texts) {
        List<ChatPage.HelpCard> cards = new ArrayList<>();
        for (HelpTopic topic : conversation.helped().stream().sorted().toList()) {
            if (!isSaidByAnother(topic, conversation.helped())) {
                List<ChatPage.Phone> phones = HelpLines.of(topic, conversation.audience(), sector).stream()
                        .map(line -> phone(line, texts))
                        .toList();
                boolean open = cards.size() < OPEN && (topic != HelpTopic.PRATEN || cards.isEmpty());
                cards.add(card(topic, isAboutSomeoneElse(conversation), phones, open, texts));
            }
        }
        return cards;
    }

    /** "I am in danger now" says no more than a card that already leads to the emergency number. */
    private static boolean isSaidByAnother(HelpTopic topic, Set<HelpTopic> all) {
        return topic == HelpTopic.GEVAAR && (all.contains(HelpTopic.GEWELD_NU) || all.contains(HelpTopic.MEDISCH));
    }

    /** A pupil who tells about a friend; adults are spoken to about someone else anyway. */
    private static boolean isAboutSomeoneElse(Conversation conversation) {
        boolean said = conversation
                .value(QuestionName.OVER_WIE)
                .filter(who -> !who.equals(Situation.MYSELF))
                .isPresent();
        return conversation.audience() == ReporterKind.LEERLING
                && (said || Cues.isAboutSomeoneElse(conversation.text(QuestionName.VERHAAL)));
    }

    private static ChatPage.HelpCard card(
            HelpTopic topic, boolean someoneElse, List<ChatPage.Phone> phones, boolean open, Texts texts) {
        String key = "kaart." + topic.wire() + (someoneElse && topic == HelpTopic.ZELFDODING ? "_ander" : "");
        String body = texts.of(key + ".tekst", HelpLines.number(HelpLines.EMERGENCY)) + " " + texts.of("kaart.live");
        return new ChatPage.HelpCard(texts.of(key + ".titel"), body, phones, open);
    }

    private static ChatPage.Phone phone(String line, Texts texts) {
        return new ChatPage.Phone(texts.of("lijn." + line, HelpLines.number(line)), HelpLines.uri(line));
    }
}
