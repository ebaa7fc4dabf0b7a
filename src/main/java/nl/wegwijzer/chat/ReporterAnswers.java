package nl.wegwijzer.chat;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.attachment.Attachments;
import nl.wegwijzer.attachment.PictureOutcome;
import nl.wegwijzer.page.Reply;
import nl.wegwijzer.report.FoundReport;
import nl.wegwijzer.report.ReporterAccess;
import nl.wegwijzer.report.ReporterKey;
import nl.wegwijzer.report.ReporterToken;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.taxonomy.Language;

/** Shows a reporter their open report, whatever they just did with it. */
public final class ReporterAnswers {
    /** Longest message in characters, as people count them. */
    static final int MESSAGE_LENGTH = 10_000;

    private final ReporterAccess access;
    private final Attachments attachments;
    private final ReporterToken tokens;
    private final ReporterPages pages;
    private final int mostPictures;

    /**
     * Takes its collaborators.
     *
     * @param mostPictures how many a report may have
     */
    public ReporterAnswers(
            ReporterAccess access,
            Attachments attachments,
            ReporterToken tokens,
            ReporterPages pages,
            int mostPictures) {
        this.access = access;
        this.attachments = attachments;
        this.tokens = tokens;
        this.pages = pages;
        this.mostPictures = mostPictures;
    }

    /**
     * What the page carries besides the report.
     *
     * @param typed text to put back in the text area
     * @param problem what was wrong with the message
     * @param pictures what became of pictures that were just sent
     * @param noPicture whether the form for pictures was sent without one
     */
    record Said(
            String typed, Optional<AnswersPages.Problem> problem, List<PictureOutcome> pictures, boolean noPicture) {
        Said {
            pictures = List.copyOf(pictures);
        }

        static Said nothing() {
            return new Said("", Optional.empty(), List.of(), false);
        }

        static Said unsent(String typed) {
            return new Said(typed, Optional.empty(), List.of(), false);
        }

        static Said wrong(String typed, AnswersPages.Problem problem) {
            return new Said(typed, Optional.of(problem), List.of(), false);
        }

        static Said pictures(String typed, List<PictureOutcome> pictures) {
            return new Said(typed, Optional.empty(), pictures, pictures.isEmpty());
        }

        @Override
        public String toString() {
            return "Said[redacted]";
        }
    }

    /** Reads the report and sends its page, or says that it was erased meanwhile. */
    void show(RoutingContext context, SchoolProfile school, ReporterKey key, Said said) {
        access.read(key)
                .compose(found -> found.map(view -> attachments
                                .list(key.school(), key.report())
                                .map(kept -> Optional.of(AnswersPages.page(
                                        school, view, tokens.seal(key), MESSAGE_LENGTH, kept, mostPictures, said))))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .onFailure(context::fail)
                .onSuccess(page -> page.ifPresentOrElse(
                        answers -> pages.answers(context, answers), () -> gone(context, school, key, said.typed())));
    }

    private void gone(RoutingContext context, SchoolProfile school, ReporterKey key, String typed) {
        access.erased(key)
                .map(Reply.with(found -> found.ifPresentOrElse(
                        erased -> erased(context, school, erased, typed), () -> context.fail(404))))
                .onFailure(context::fail);
    }

    /** Says kindly that the content was erased, and gives back what was being typed, to begin anew with. */
    void erased(RoutingContext context, SchoolProfile school, FoundReport.Erased erased, String typed) {
        Language language = ReporterPages.language(context);
        Texts texts = Texts.of(language, erased.reporter());
        pages.message(
                context,
                200,
                new MessagePage(
                        language,
                        texts.of("terug.gewist.titel"),
                        List.of(
                                texts.of("terug.gewist", AnswersPages.dayAndYear(erased.on(), texts)),
                                texts.of("terug.gewist.weer")),
                        List.of(new MessagePage.Link(texts.of("ui.again"), "/" + school.slug())),
                        typed.isBlank()
                                ? Optional.empty()
                                : Optional.of(new MessagePage.PostForm(
                                        "/" + school.slug() + "/gesprek",
                                        List.of(),
                                        typed,
                                        Input.RESUME,
                                        texts.of("terug.gewist.verder"))),
                        texts));
    }

    /** The page was open for too long: the code is asked again, and what was typed is given back to copy. */
    void expired(RoutingContext context, SchoolProfile school, String typed) {
        Language language = ReporterPages.language(context);
        Texts texts = ReporterPages.texts(language);
        pages.message(
                context,
                200,
                new MessagePage(
                        language,
                        texts.of("ui.return.expired.title"),
                        List.of(texts.of("ui.return.expired")),
                        List.of(new MessagePage.Link(texts.of("ui.return.link"), "/" + school.slug() + "/terug")),
                        Optional.of(new MessagePage.PostForm(
                                "/" + school.slug() + "/terug", List.of(), typed, "", texts.of("ui.return.open"))),
                        texts));
    }
}
