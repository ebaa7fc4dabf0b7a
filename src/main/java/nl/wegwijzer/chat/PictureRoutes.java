package nl.wegwijzer.chat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.wegwijzer.attachment.MalformedFormException;
import nl.wegwijzer.attachment.PictureIntake;
import nl.wegwijzer.attachment.PictureOutcome;
import nl.wegwijzer.attachment.PictureUpload;
import nl.wegwijzer.attachment.RefusedPictureException;
import nl.wegwijzer.attachment.UploadedForm;
import nl.wegwijzer.page.Reply;
import nl.wegwijzer.report.ReporterAccess;
import nl.wegwijzer.report.ReporterKey;
import nl.wegwijzer.report.ReporterToken;
import nl.wegwijzer.school.SchoolDirectory;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.taxonomy.Language;

/**
 * Adding pictures to a report that was sent: {@code POST /{school}/terug/foto}, multipart, with {@code sleutel} in front
 * of the files {@code foto}. What was being typed may come along as {@code tekst} and is given back.
 */
public final class PictureRoutes {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final long HEARING_OUT_SECONDS = 30;

    private final Vertx vertx;
    private final SchoolDirectory schools;
    private final ReporterAccess access;
    private final ReporterToken tokens;
    private final PictureUpload upload;
    private final PictureIntake intake;
    private final ReporterAnswers answers;
    private final ReporterPages pages;

    /** Takes its collaborators. */
    public PictureRoutes(
            Vertx vertx,
            SchoolDirectory schools,
            ReporterAccess access,
            ReporterToken tokens,
            PictureUpload upload,
            PictureIntake intake,
            ReporterAnswers answers,
            ReporterPages pages) {
        this.vertx = vertx;
        this.schools = schools;
        this.access = access;
        this.tokens = tokens;
        this.upload = upload;
        this.intake = intake;
        this.answers = answers;
        this.pages = pages;
    }

    /** Adds the route. */
    public void mount(Router router) {
        router.post("/:school/terug/foto").handler(context -> {
            context.request().pause();
            schools.find(context.pathParam("school"))
                    .onFailure(failure -> stop(context, failure))
                    .onSuccess(found -> found.ifPresentOrElse(
                            school -> receive(context, school), () -> stop(context, new HttpException(404))));
        });
    }

    private void receive(RoutingContext context, SchoolProfile school) {
        upload.receive(context.request(), fields -> key(school, fields).isPresent())
                .onFailure(failure -> notReceived(context, school, failure))
                .onSuccess(form -> take(context, school, form));
    }

    private void take(RoutingContext context, SchoolProfile school, UploadedForm form) {
        String typed = form.field("tekst");
        Optional<ReporterKey> key = key(school, form.fields());
        if (key.isEmpty()) {
            form.cleanUp().get().onComplete(gone -> answers.expired(context, school, typed));
            return;
        }
        access.read(key.get())
                .compose(found ->
                        found.isPresent() && PictureWords.areWelcome(found.get().story())
                                ? intake.keep(key.get(), form)
                                : form.cleanUp().get().map(List.<PictureOutcome>of()))
                .map(Reply.with(outcomes ->
                        answers.show(context, school, key.get(), ReporterAnswers.Said.pictures(typed, outcomes))))
                .onFailure(context::fail);
    }

    private Optional<ReporterKey> key(SchoolProfile school, Map<String, String> fields) {
        try {
            return Optional.of(
                    tokens.open(school.id(), fields.getOrDefault("sleutel", "")).key());
        } catch (UnsealException oldOrNotOurs) {
            return Optional.empty();
        }
    }

    private void notReceived(RoutingContext context, SchoolProfile school, Throwable failure) {
        if (failure instanceof RefusedPictureException) {
            tooMuch(context, school);
        } else {
            stop(context, failure instanceof MalformedFormException ? new HttpException(BAD_REQUEST) : failure);
        }
    }

    /** More than any form of ours holds. The rest is heard out for a while: a browser reads no answer while it sends. */
    private void tooMuch(RoutingContext context, SchoolProfile school) {
        Language language = ReporterPages.language(context);
        Texts texts = ReporterPages.texts(language);
        pages.message(
                context,
                TOO_LARGE,
                new MessagePage(
                        language,
                        texts.of("ui.oops.title"),
                        List.of(texts.of("ui.foto.toomuch")),
                        List.of(new MessagePage.Link(texts.of("ui.return.title"), "/" + school.slug() + "/terug")),
                        Optional.empty(),
                        texts));
        hearOut(context);
    }

    private void stop(RoutingContext context, Throwable failure) {
        context.fail(failure);
        hearOut(context);
    }

    private void hearOut(RoutingContext context) {
        if (context.request().isEnded()) {
            return;
        }
        context.request().resume();
        vertx.setTimer(TimeUnit.SECONDS.toMillis(HEARING_OUT_SECONDS), late -> {
            if (!context.request().isEnded()) {
                context.request().connection().close();
            }
        });
    }
}
