package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.account.SignedIn;
import nl.wegwijzer.account.StaffPages;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.retention.PostponeReason;
import nl.wegwijzer.taxonomy.WireValue;

/** The pages on which officials read and answer reports. */
public final class CaseworkRoutes {
    private static final String CASE = "/medewerker/melding/:school/:report";
    private static final String LIST = "/medewerker/meldingen";
    private static final long LARGEST_FORM_BYTES = 256 * 1024;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private final Inbox inbox;
    private final CaseFile cases;
    private final CaseChanges changes;
    private final Sharing sharing;
    private final SignedIn signedIn;
    private final StaffPages pages;
    private final Clock clock;

    /** Takes its collaborators; the clock tells which days have passed. */
    public CaseworkRoutes(
            Inbox inbox,
            CaseFile cases,
            CaseChanges changes,
            Sharing sharing,
            SignedIn signedIn,
            StaffPages pages,
            Clock clock) {
        this.inbox = inbox;
        this.cases = cases;
        this.changes = changes;
        this.sharing = sharing;
        this.signedIn = signedIn;
        this.pages = pages;
        this.clock = clock;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        router.get(StaffPages.HOME).handler(signedIn).handler(this::arrive);
        router.get(StaffPages.HOME + "/").handler(signedIn).handler(this::arrive);
        router.get(LIST).handler(signedIn).handler(this::list);
        router.get(CASE).handler(signedIn).handler(context -> withCase(context, this::open));
        router.post(CASE + "/antwoord")
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(signedIn)
                .handler(context -> withCase(context, this::reply));
        router.post(CASE + "/status")
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(signedIn)
                .handler(context -> withCase(context, this::changeStatus));
        router.post(CASE + "/toegang")
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(signedIn)
                .handler(context -> withCase(context, this::giveAccessAgain));
        router.post(CASE + "/meelezen")
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(signedIn)
                .handler(context -> withCase(context, this::letIn));
        router.post(CASE + "/uitstel")
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(signedIn)
                .handler(context -> withCase(context, this::postpone));
    }

    /** Who only manages people has no reports to see, so they arrive where their work is. */
    private void arrive(RoutingContext context) {
        Session session = SignedIn.session(context);
        if (session.administrator() && session.schools().isEmpty()) {
            StaffPages.redirect(context, PeopleRoutes.PEOPLE);
        } else {
            list(context);
        }
    }

    private void list(RoutingContext context) {
        inbox.read(SignedIn.session(context))
                .map(Reply.with(view -> pages.show(
                        context,
                        OK,
                        pages.texts().of("inbox.title"),
                        "medewerker/inbox.jte",
                        new InboxWords(pages.texts()).page(view, LocalDate.now(clock)))))
                .onFailure(context::fail);
    }

    private void withCase(RoutingContext context, BiConsumer<RoutingContext, CaseRef> handler) {
        CaseRef.of(context.pathParam("school"), context.pathParam("report"))
                .ifPresentOrElse(ref -> handler.accept(context, ref), () -> pages.send(context, NOT_FOUND));
    }

    private void open(RoutingContext context, CaseRef ref) {
        show(context, ref, OK, CaseWords.Draft.fresh());
    }

    /** Shows the case with what was typed, so that nothing gets lost beside it. */
    private void show(RoutingContext context, CaseRef ref, int status, CaseWords.Draft draft) {
        Session session = SignedIn.session(context);
        cases.open(session, ref)
                .map(Reply.with(found -> found.ifPresentOrElse(
                        opened -> pages.show(
                                context,
                                status,
                                pages.texts().of("inbox.title"),
                                "medewerker/case.jte",
                                new CaseWords(pages.texts()).page(opened, session, LocalDate.now(clock), draft)),
                        () -> gone(context))))
                .onFailure(context::fail);
    }

    /**
     * It was erased, or went to somebody else, perhaps while this official was writing; or it never was theirs, or nowhere.
     * The words are the same for all, since whoever must not know of a report must not learn here that there is one.
     */
    private void gone(RoutingContext context) {
        pages.turnDown(
                context, NOT_FOUND, context.request().method() == HttpMethod.POST ? "case.gone.unsaved" : "case.gone");
    }

    private void reply(RoutingContext context, CaseRef ref) {
        String typed = Forms.field(context, "tekst");
        Optional<UUID> submission = id(context, "inzending");
        if (submission.isEmpty()) {
            pages.send(context, BAD_REQUEST);
            return;
        }
        ReplyText text = ReplyText.of(typed);
        Optional<String> problem = text.isEmpty()
                ? Optional.of("case.reply.empty")
                : text.isTooLong() ? Optional.of("case.reply.long") : Optional.empty();
        if (problem.isPresent()) {
            show(context, ref, UNPROCESSABLE, new CaseWords.Draft(submission.get(), typed, problem));
            return;
        }
        changes.reply(SignedIn.session(context), ref, submission.get(), text)
                .map(Reply.with(outcome -> {
                    switch (outcome) {
                        case DONE -> StaffPages.redirect(context, ref.path());
                        case NOT_FOUND -> gone(context);
                        case UNREADABLE ->
                            show(
                                    context,
                                    ref,
                                    UNPROCESSABLE,
                                    new CaseWords.Draft(submission.get(), typed, Optional.of("case.unreadable")));
                    }
                }))
                .onFailure(context::fail);
    }

    private void changeStatus(RoutingContext context, CaseRef ref) {
        Optional<Status> status = WireValue.parse(Status.class, Forms.field(context, "status"));
        if (status.isEmpty()) {
            pages.send(context, BAD_REQUEST);
            return;
        }
        answer(context, ref, changes.changeStatus(SignedIn.session(context), ref, status.get()));
    }

    private void postpone(RoutingContext context, CaseRef ref) {
        Optional<PostponeReason> reason = WireValue.parse(PostponeReason.class, Forms.field(context, "reden"));
        if (reason.isEmpty()) {
            pages.send(context, BAD_REQUEST);
            return;
        }
        answer(context, ref, changes.postpone(SignedIn.session(context), ref, reason.get()));
    }

    /** Shows the case as it is now, with the answer that was begun beside the button that was pressed. */
    private void answer(RoutingContext context, CaseRef ref, Future<CaseChanges.Outcome> change) {
        String typed = Forms.field(context, "tekst");
        change.map(Reply.with(outcome -> {
                    if (outcome == CaseChanges.Outcome.NOT_FOUND) {
                        gone(context);
                    } else if (typed.isBlank()) {
                        StaffPages.redirect(context, ref.path());
                    } else {
                        UUID submission = id(context, "inzending").orElseGet(UUID::randomUUID);
                        show(context, ref, OK, new CaseWords.Draft(submission, typed, Optional.empty()));
                    }
                }))
                .onFailure(context::fail);
    }

    private void giveAccessAgain(RoutingContext context, CaseRef ref) {
        withColleague(
                context,
                colleague -> answer(context, ref, changes.giveAccessAgain(SignedIn.session(context), ref, colleague)));
    }

    private void letIn(RoutingContext context, CaseRef ref) {
        withColleague(
                context, colleague -> answer(context, ref, sharing.letIn(SignedIn.session(context), ref, colleague)));
    }

    private void withColleague(RoutingContext context, Consumer<UUID> handler) {
        id(context, "collega").ifPresentOrElse(handler, () -> pages.send(context, BAD_REQUEST));
    }

    private static Optional<UUID> id(RoutingContext context, String field) {
        try {
            return Optional.of(UUID.fromString(Forms.field(context, field)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
