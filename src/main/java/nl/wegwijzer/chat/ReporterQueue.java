package nl.wegwijzer.chat;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.wegwijzer.crowd.Crowd;
import nl.wegwijzer.crowd.Hurdles;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.store.OverloadedException;

/**
 * Lets reporters through one after another when very many come at once. Who has to wait keeps everything that was told;
 * nobody is sent away for good.
 */
public final class ReporterQueue {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Crowd crowd;
    private final Hurdles hurdles;
    private final SealedConversation sealedConversation;
    private final ReporterPages pages;

    /** Takes its collaborators. */
    public ReporterQueue(Crowd crowd, Hurdles hurdles, SealedConversation sealedConversation, ReporterPages pages) {
        this.crowd = crowd;
        this.hurdles = hurdles;
        this.sealedConversation = sealedConversation;
        this.pages = pages;
    }

    /**
     * Goes on with a turn, now or in a moment.
     *
     * @param page the id sealed into the page, empty when the page is not ours
     */
    void turn(RoutingContext context, Optional<UUID> page, UUID school, Runnable turn) {
        switch (crowd.turn(page, school)) {
            case NOW -> turn.run();
            case HELD -> hold(context, turn);
            case TOO_FAST -> context.fail(TOO_MANY_REQUESTS);
            case FULL -> context.fail(new OverloadedException("chat"));
        }
    }

    private void hold(RoutingContext context, Runnable turn) {
        context.vertx()
                .timer(Crowd.HELD_FOR.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(passed -> crowd.letGo())
                .map(Reply.with(passed -> {
                    if (!context.response().closed()) {
                        turn.run();
                    }
                }))
                .onFailure(context::fail);
    }

    /** Goes on with a report, or asks for the small effort that a busy school asks. */
    void report(RoutingContext context, SchoolProfile school, Conversation conversation, Runnable report) {
        UUID submission = conversation.submission();
        String token = Forms.field(context, "bewijs");
        boolean effort =
                !token.isEmpty() && hurdles.isTaken(school.id(), submission, token, Forms.field(context, "opgelost"));
        if (effort || crowd.report(submission, school.id())) {
            report.run();
        } else {
            String sealed = sealedConversation.seal(conversation);
            Hurdles.Hurdle hurdle = hurdles.again(school.id(), submission, token);
            pages.waiting(context, WaitPage.of(school, conversation, sealed, hurdle));
        }
    }

    /** Goes on with a message to a report that was sent before; one report gets so many in a while. */
    void message(RoutingContext context, UUID report, Runnable message) {
        if (crowd.message(report)) {
            message.run();
        } else {
            context.fail(TOO_MANY_REQUESTS);
        }
    }
}
