package nl.wegwijzer.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wegwijzer.reading.ReportReader;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;

/**
 * Writes out what was said so far. The log only grows while the conversation does: a new answer adds bubbles behind the
 * old ones, so that a script can append them.
 */
final class ChatLog {

    /** Languages that many newcomers at Dutch schools read: BCP 47 tags. */
    private static final List<String> OF_NEWCOMERS = List.of("tr", "ar", "pl", "uk");

    private final Situation now;
    private final Texts texts;
    private final QuestionWords words;
    private final ChosenWords chosen;
    private final ReportReader reader;
    private final List<ChatPage.Bubble> bubbles = new ArrayList<>();
    private boolean warned;

    ChatLog(Situation now, Texts texts, ReportReader reader) {
        this.now = now;
        this.texts = texts;
        this.words = new QuestionWords(now, texts);
        this.chosen = new ChosenWords(now, texts);
        this.reader = reader;
    }

    /** Returns the log; its last bubble is the question asked now. */
    List<ChatPage.Bubble> upTo(QuestionName question) {
        Texts pupils = Texts.of(now.conversation().language(), ReporterKind.LEERLING);
        bot(pupils.of("begin.hoi", HelpLines.number(HelpLines.EMERGENCY))
                .lines()
                .toList());
        for (Conversation.Answered answered : now.conversation().answers()) {
            if (answered.question() != question
                    && Questions.of(answered.question(), now).isPresent()) {
                ask(answered.question());
                say(
                        ChatPage.Speaker.REPORTER,
                        inOwnLanguage(chosen.said(answered).lines().toList()));
                react(answered);
            }
        }
        ask(question);
        return List.copyOf(bubbles);
    }

    private void ask(QuestionName question) {
        bot(words.paragraphs(question));
        for (Conversation.Aside aside : now.conversation().asides()) {
            if (aside.at() == question && texts.has("antwoord." + aside.topic())) {
                List<String> paragraphs = new ArrayList<>();
                paragraphs.add(texts.of("antwoord." + aside.topic()));
                paragraphs.add(texts.of("antwoord.en_nu"));
                paragraphs.addAll(words.paragraphs(question));
                bot(paragraphs);
            }
        }
    }

    private void react(Conversation.Answered answered) {
        switch (answered.question()) {
            case WIE -> {
                // honesty before the story starts (domain §3), after the first question so that it stands on the first
                // screen
                bot(texts.of("begin.eerlijk").lines().toList());
                bot(List.of(texts.of("begin.anoniem")));
            }
            case VERHAAL -> {
                List<String> paragraphs = new ArrayList<>(List.of(texts.of("reactie.verhaal")));
                if (isSexualByItself()) {
                    paragraphs.add(texts.of("reactie.seksueel"));
                }
                bot(paragraphs);
                if (StoryLanguage.of(now.story(), now.told()) == StoryLanguage.OTHER) {
                    say(ChatPage.Speaker.BOT, languagesSpoken());
                }
            }
            case SOORT -> {
                boolean sexual = answered.answer().values().contains(Category.SEKSUEEL.wire());
                if (sexual && !isSexualByItself()) {
                    bot(List.of(texts.of("reactie.seksueel")));
                }
            }
            case ONTVANGER -> awayReader().ifPresent(text -> bot(List.of(text)));
            default -> {
                // the other answers go without comment
            }
        }
        if (!warned && alarms(answered)) {
            warned = true;
            bot(List.of(texts.of("reactie.gevaar")));
        }
    }

    /** In Dutch and English, the chat's own language first, and shortly in languages that many newcomers read. */
    private List<ChatPage.Paragraph> languagesSpoken() {
        List<ChatPage.Paragraph> paragraphs = new ArrayList<>();
        Language own = now.conversation().language();
        paragraphs.add(ChatPage.Paragraph.of(texts.of("reactie.taal")));
        Stream.of(Language.values())
                .filter(language -> language != own)
                .map(language -> new ChatPage.Paragraph(
                        Texts.of(language, now.reporter()).of("reactie.taal"), Optional.of(language.wire())))
                .forEach(paragraphs::add);
        OF_NEWCOMERS.stream()
                .map(language -> new ChatPage.Paragraph(texts.of("reactie.talen." + language), Optional.of(language)))
                .forEach(paragraphs::add);
        return paragraphs;
    }

    private boolean isSexualByItself() {
        boolean read = !now.categoryUncertain() && now.story().category() == Category.SEKSUEEL;
        return read
                || now.story().alerts().stream()
                        .map(HelpTopic::of)
                        .anyMatch(topic -> topic == HelpTopic.SEKSUEEL_GEWELD || topic == HelpTopic.SEXTORTION);
    }

    private boolean alarms(Conversation.Answered answered) {
        boolean inDanger = answered.question() == QuestionName.VEILIG
                && answered.answer().values().contains(Situation.IN_DANGER);
        String text = answered.answer().text();
        boolean somewhere = !now.whole().alerts().isEmpty();
        return inDanger
                || (somewhere && !text.isEmpty() && !reader.read(text).alerts().isEmpty());
    }

    /** A chosen person who is away: the reporter is told so and offered the substitute (domain §10). */
    private Optional<String> awayReader() {
        return now.decision()
                .recipient()
                .filter(this::isAway)
                .flatMap(words::name)
                .map(name -> now.decision().successors().stream()
                        .filter(id -> !isAway(id))
                        .findFirst()
                        .flatMap(words::name)
                        .map(substitute -> texts.of("reactie.afwezig", name, substitute))
                        .orElseGet(() -> texts.of("reactie.afwezig_alleen", name)));
    }

    private boolean isAway(String id) {
        return now.school().officials().stream()
                .anyMatch(card -> card.id().toString().equals(id) && card.away());
    }

    private void bot(List<String> paragraphs) {
        say(ChatPage.Speaker.BOT, inOwnLanguage(paragraphs));
    }

    private static List<ChatPage.Paragraph> inOwnLanguage(List<String> paragraphs) {
        return paragraphs.stream().map(ChatPage.Paragraph::of).toList();
    }

    private void say(ChatPage.Speaker speaker, List<ChatPage.Paragraph> paragraphs) {
        bubbles.add(new ChatPage.Bubble(bubbles.size(), speaker, List.copyOf(paragraphs)));
    }
}
