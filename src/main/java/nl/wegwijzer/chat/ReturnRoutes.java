package nl.wegwijzer.chat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;
import nl.wegwijzer.report.FoundReport;
import nl.wegwijzer.report.GuessThrottle;
import nl.wegwijzer.report.ReporterAccess;
import nl.wegwijzer.report.ReporterToken;
import nl.wegwijzer.school.SchoolDirectory;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.taxonomy.Language;

/** Coming back with the code: reading the answer and writing on. */
public final class ReturnRoutes {
    private static final long BODY_LIMIT_BYTES = 512 * 1024;
    private static final int DEVICE_TOKEN_BYTES = 16;
    private static final int LONGEST_CODE_SHOWN = 200;

    private final Vertx vertx;
    private final SchoolDirectory schools;
    private final ReporterAccess access;
    private final ReporterToken tokens;
    private final GuessThrottle throttle;
    private final ReporterQueue queue;
    private final ReporterAnswers answers;
    private final ReporterPages pages;

    /** Takes its collaborators. */
    public ReturnRoutes(
            Vertx vertx,
            SchoolDirectory schools,
            ReporterAccess access,
            ReporterToken tokens,
            GuessThrottle throttle,
            ReporterQueue queue,
            ReporterAnswers answers,
            ReporterPages pages) {
        this.vertx = vertx;
        this.schools = schools;
        this.access = access;
        this.tokens = tokens;
        this.throttle = throttle;
        this.queue = queue;
        this.answers = answers;
        this.pages = pages;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        router.get("/:school/terug")
                .handler(context -> inSchool(context, school -> ask(context, school, "", Optional.empty())));
        router.post("/:school/terug")
                .handler(Forms.bounded(BODY_LIMIT_BYTES))
                .handler(Forms::requireForm)
                .handler(context -> inSchool(context, school -> {
                    if (!Forms.field(context, "sleutel").isEmpty()) {
                        write(context, school);
                    } else if (Forms.field(context, "code").isBlank()) {
                        askForWords(context, school);
                    } else {
                        tryCode(context, school);
                    }
                }));
    }

    private interface WithSchool {
        void handle(SchoolProfile school);
    }

    private void inSchool(RoutingContext context, WithSchool handler) {
        schools.find(context.pathParam("school"))
                .map(Reply.with(found -> found.ifPresentOrElse(handler::handle, () -> context.fail(404))))
                .onFailure(context::fail);
    }

    private void ask(RoutingContext context, SchoolProfile school, String typed, Optional<String> problem) {
        Language language = ReporterPages.language(context);
        String device = Forms.field(context, "blijk");
        pages.comeBack(
                context,
                new ReturnPage(
                        language,
                        school.slug(),
                        school.name(),
                        device.isEmpty() ? HexFormat.of().formatHex(Randomness.bytes(DEVICE_TOKEN_BYTES)) : device,
                        Forms.field(context, "gesprek"),
                        typed,
                        problem,
                        ReporterPages.texts(language)));
    }

    private void askForWords(RoutingContext context, SchoolProfile school) {
        boolean sentEmpty = context.request().formAttributes().contains("code");
        Texts texts = ReporterPages.texts(ReporterPages.language(context));
        ask(context, school, "", sentEmpty ? Optional.of(texts.of("ui.return.type")) : Optional.empty());
    }

    private void tryCode(RoutingContext context, SchoolProfile school) {
        String typed = Forms.field(context, "code");
        String device = Forms.field(context, "blijk");
        String address = context.request().remoteAddress().hostAddress();
        pause(throttle.waitBefore(device, address))
                .compose(waited -> access.open(school.id(), typed))
                .map(Reply.with(found -> {
                    if (found.isPresent()) {
                        show(context, school, found.get());
                    } else {
                        throttle.wrong(device, address);
                        Texts texts = ReporterPages.texts(ReporterPages.language(context));
                        ask(
                                context,
                                school,
                                typed.substring(0, Math.min(typed.length(), LONGEST_CODE_SHOWN)),
                                Optional.of(texts.of("ui.return.wrong")));
                    }
                }))
                .onFailure(context::fail);
    }

    private void show(RoutingContext context, SchoolProfile school, FoundReport found) {
        if (found instanceof FoundReport.Readable readable) {
            answers.show(context, school, readable.key(), ReporterAnswers.Said.nothing());
        } else if (found instanceof FoundReport.Erased erased) {
            answers.erased(context, school, erased, "");
        }
    }

    private Future<Void> pause(Duration duration) {
        return duration.isZero()
                ? Future.succeededFuture()
                : vertx.timer(duration.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
    }

    private void write(RoutingContext context, SchoolProfile school) {
        String typed = Forms.field(context, "tekst");
        ReporterToken.Opened opened;
        try {
            opened = tokens.open(school.id(), Forms.field(context, "sleutel"));
        } catch (UnsealException old) {
            answers.expired(context, school, typed);
            return;
        }
        String text = TypedText.clean(typed).strip();
        if (text.isEmpty()) {
            answers.show(
                    context,
                    school,
                    opened.key(),
                    ReporterAnswers.Said.wrong(typed, AnswersPages.Problem.NOTHING_TYPED));
        } else if (TypedText.length(text) > ReporterAnswers.MESSAGE_LENGTH) {
            answers.show(
                    context, school, opened.key(), ReporterAnswers.Said.wrong(text, AnswersPages.Problem.TOO_LONG));
        } else {
            queue.message(context, opened.key().report(), () -> access.write(opened.key(), opened.submission(), text)
                    .map(Reply.with(written -> answers.show(
                            context,
                            school,
                            opened.key(),
                            written ? ReporterAnswers.Said.nothing() : ReporterAnswers.Said.unsent(text))))
                    .onFailure(context::fail));
        }
    }
}
