package nl.wegwijzer.chat;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.page.FailurePages;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.taxonomy.Language;

/** What a reporter sees when a request failed: what it means, what to do, and everything that was typed. */
public final class ReporterFailures implements FailurePages {
    private final ReporterPages pages;

    /** Takes the pages to send. */
    public ReporterFailures(ReporterPages pages) {
        this.pages = pages;
    }

    @Override
    public void send(RoutingContext context, int status) {
        Language language = ReporterPages.language(context);
        Texts texts = ReporterPages.texts(language);
        pages.message(
                context,
                status,
                new MessagePage(
                        language,
                        texts.of("ui.oops.title"),
                        List.of(texts.of(explanation(status))),
                        List.of(new MessagePage.Link(texts.of("ui.again"), "/")),
                        resume(context, texts),
                        texts));
    }

    private static String explanation(int status) {
        return switch (status) {
            case 404, 405 -> "ui.problem.notfound";
            case 413 -> "ui.problem.toolarge";
            case 429, 503 -> "ui.problem.busy";
            default -> status < 500 ? "ui.problem.badrequest" : "ui.problem.server";
        };
    }

    private static Optional<MessagePage.PostForm> resume(RoutingContext context, Texts texts) {
        if (context.request().method() != HttpMethod.POST || !context.request().isEnded()) {
            return Optional.empty();
        }
        String conversation = Forms.field(context, "gesprek");
        String text = Forms.field(context, "tekst");
        List<String> answers = context.request().formAttributes().getAll("antwoord");
        if (conversation.isEmpty() || answers.size() > 1) {
            return Optional.empty();
        }
        return Optional.of(new MessagePage.PostForm(
                context.normalizedPath(),
                conversation,
                text,
                answers.isEmpty() ? Input.RESUME : answers.get(0),
                texts.of("ui.retry")));
    }
}
