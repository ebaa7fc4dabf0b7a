package nl.wegwijzer.chat;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;
import nl.wegwijzer.reading.ReportReader;
import nl.wegwijzer.report.Delivery;
import nl.wegwijzer.report.NewReport;
import nl.wegwijzer.report.ReportDelivery;
import nl.wegwijzer.school.OfficialCard;
import nl.wegwijzer.school.SchoolDirectory;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.taxonomy.Language;

/** The chat over HTTP: the list of schools, the start, every turn, and the way out. */
public final class ChatRoutes {
    private static final long BODY_LIMIT_BYTES = 2 * 1024 * 1024;
    private static final String FRAGMENT_HEADER = "X-Deel";
    private static final String NEUTRAL_PAGE = "https://nl.wikipedia.org/wiki/Speciaal:Willekeurig";

    private final SchoolDirectory schools;
    private final ReportReader reader;
    private final SealedConversation sealedConversation;
    private final SealedReceipt sealedReceipt;
    private final ReportDelivery delivery;
    private final ReporterQueue queue;
    private final ReporterPages pages;
    private final Optional<String> staffLink;
    private final Clock clock;

    /**
     * Takes its collaborators.
     *
     * @param staffLink where officials sign in; empty when reporters are not to know
     */
    public ChatRoutes(
            SchoolDirectory schools,
            ReportReader reader,
            SealedConversation sealedConversation,
            SealedReceipt sealedReceipt,
            ReportDelivery delivery,
            ReporterQueue queue,
            ReporterPages pages,
            Optional<String> staffLink,
            Clock clock) {
        this.schools = schools;
        this.reader = reader;
        this.sealedConversation = sealedConversation;
        this.sealedReceipt = sealedReceipt;
        this.delivery = delivery;
        this.queue = queue;
        this.pages = pages;
        this.staffLink = staffLink;
        this.clock = clock;
    }

    /** Adds the routes. Mount it after every other router: a school's name may be any first part of a path. */
    public void mount(Router router) {
        router.get("/snel/weg").handler(ChatRoutes::leave);
        router.get("/").handler(this::list);
        router.get("/:school").handler(this::start);
        router.post("/:school/gesprek")
                .handler(Forms.bounded(BODY_LIMIT_BYTES))
                .handler(Forms::requireForm)
                .handler(this::turn);
        router.get("/:school/gesprek").handler(context -> redirect(context, "/" + context.pathParam("school")));
    }

    private static void leave(RoutingContext context) {
        context.response().putHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
        redirect(context, NEUTRAL_PAGE);
    }

    private static void redirect(RoutingContext context, String location) {
        context.response().setStatusCode(303).putHeader("Location", location).end();
    }

    private void list(RoutingContext context) {
        schools.schools()
                .map(Reply.with(listed -> {
                    if (listed.size() == 1) {
                        redirect(context, "/" + listed.get(0).slug());
                        return;
                    }
                    Language language = ReporterPages.language(context);
                    pages.schools(
                            context,
                            new SchoolsPage(
                                    language,
                                    listed.stream()
                                            .map(school -> new SchoolsPage.SchoolLink(
                                                    school.name(), school.slug(), school.place()))
                                            .toList(),
                                    staffLink,
                                    ReporterPages.texts(language)));
                }))
                .onFailure(context::fail);
    }

    private void start(RoutingContext context) {
        profile(context)
                .map(Reply.with(found -> found.ifPresent(school -> {
                    Language language = ReporterPages.language(context);
                    Conversation conversation = script(school).start(language);
                    pages.chat(
                            context,
                            page(school, conversation, Optional.empty()),
                            ReporterPages.languageLink("/" + school.slug(), language));
                })))
                .onFailure(context::fail);
    }

    private void turn(RoutingContext context) {
        profile(context)
                .map(Reply.with(found -> found.ifPresent(school -> turn(context, school))))
                .onFailure(context::fail);
    }

    private void turn(RoutingContext context, SchoolProfile school) {
        String receipt = Forms.field(context, "ontvangst");
        if (!receipt.isEmpty()) {
            queue.turn(context, Optional.empty(), school.id(), () -> showAgain(context, school, receipt));
            return;
        }
        Input input = new Input(context.request().formAttributes().getAll("antwoord"), Forms.field(context, "tekst"));
        Script script = script(school);
        SealedConversation.Opened opened;
        try {
            opened = sealedConversation.open(Forms.field(context, "gesprek"), school.id());
        } catch (UnsealException | MalformedConversationException unusable) {
            queue.turn(
                    context,
                    Optional.empty(),
                    school.id(),
                    () -> lookAgain(context, school, beginAnew(context, script, input), input, "ui.problem.tampered"));
            return;
        }
        Conversation conversation = opened.conversation();
        queue.turn(context, Optional.of(conversation.submission()), school.id(), () -> {
            if (opened.expired()) {
                lookAgain(context, school, conversation, input, "ui.problem.expired");
            } else {
                answer(context, school, conversation.language(), script.answer(conversation, input));
            }
        });
    }

    private void answer(RoutingContext context, SchoolProfile school, Language language, Turn turn) {
        if (turn instanceof Turn.Asked asked) {
            show(context, page(school, asked.conversation(), Optional.empty()));
        } else if (turn instanceof Turn.Problem problem) {
            show(context, page(school, problem.conversation(), Optional.of(problem)));
        } else if (turn instanceof Turn.Send send) {
            queue.report(context, school, send.conversation(), () -> deliver(context, school, send));
        } else {
            stopped(context, school, language);
        }
    }

    /** A new conversation in which the text that was typed last waits at the story. */
    private static Conversation beginAnew(RoutingContext context, Script script, Input input) {
        Conversation fresh = script.start(ReporterPages.language(context));
        String typed = TypedText.clean(input.tekst());
        return typed.isBlank() || TypedText.length(typed) > Questions.STORY_LENGTH
                ? fresh
                : fresh.remember(QuestionName.VERHAAL, new Answer.Given(List.of(), typed));
    }

    /**
     * A page that was open too long, or that is not ours or damaged: nothing of it counts as an answer, and the text that
     * was typed last stands in the text area again.
     */
    private void lookAgain(
            RoutingContext context, SchoolProfile school, Conversation conversation, Input input, String why) {
        Turn resumed = script(school).answer(conversation, new Input(List.of(Input.RESUME), input.tekst()));
        Conversation kept = resumed instanceof Turn.Asked asked ? asked.conversation() : conversation;
        String message = Texts.of(kept.language(), kept.audience()).of(why);
        show(context, page(school, kept, Optional.of(new Turn.Problem(kept, message, input.tekst()))));
    }

    private void deliver(RoutingContext context, SchoolProfile school, Turn.Send send) {
        NewReport report = send.report();
        delivery.deliver(report, school)
                .map(Reply.with(delivered -> sent(context, school, send, delivered)))
                .onFailure(context::fail);
    }

    private void sent(RoutingContext context, SchoolProfile school, Turn.Send send, Delivery delivered) {
        Optional<String> recipient = send.report()
                .routing()
                .recipient()
                .map(UUID::fromString)
                .flatMap(school::official)
                .map(OfficialCard::name);
        LocalDate answerBefore =
                school.calendar().openBefore(LocalDate.now(clock), send.report().urgency());
        SealedReceipt.Receipt receipt = new SealedReceipt.Receipt(
                send.conversation(),
                recipient,
                delivered.receipt().shown(),
                answerBefore,
                PictureWords.areWelcome(send.report().content()));
        pages.receipt(
                context,
                ReceiptPages.page(
                        receipt, sealedConversation.seal(send.conversation()), sealedReceipt.seal(receipt), school));
    }

    /** The page after sending once more; of one that is too old nothing is left but the start. */
    private void showAgain(RoutingContext context, SchoolProfile school, String sealed) {
        sealedReceipt
                .open(sealed, school.id())
                .ifPresentOrElse(
                        receipt -> pages.receipt(context, ReceiptPages.page(receipt, "", sealed, school)),
                        () -> show(
                                context,
                                page(school, script(school).start(ReporterPages.language(context)), Optional.empty())));
    }

    private void stopped(RoutingContext context, SchoolProfile school, Language language) {
        Texts texts = ReporterPages.texts(language);
        context.response().putHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        pages.message(
                context,
                200,
                new MessagePage(
                        language,
                        texts.of("ui.stopped.title"),
                        List.of(texts.of("ui.stopped.text")),
                        List.of(new MessagePage.Link(texts.of("ui.again"), "/" + school.slug())),
                        Optional.empty(),
                        texts));
    }

    private ChatPage page(SchoolProfile school, Conversation conversation, Optional<Turn.Problem> problem) {
        return new ChatPages(script(school)).page(conversation, sealedConversation.seal(conversation), problem);
    }

    private void show(RoutingContext context, ChatPage page) {
        if (context.request().headers().contains(FRAGMENT_HEADER)) {
            pages.turn(context, page);
        } else {
            pages.chat(context, page, "");
        }
    }

    private Script script(SchoolProfile school) {
        return new Script(school, reader, clock);
    }

    /** Finds the school of the path, or fails the request as not found. */
    private Future<Optional<SchoolProfile>> profile(RoutingContext context) {
        return schools.find(context.pathParam("school")).onSuccess(found -> {
            if (found.isEmpty()) {
                context.fail(404);
            }
        });
    }
}
