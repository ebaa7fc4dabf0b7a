package nl.wegwijzer.chat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.page.FailurePages;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.taxonomy.Language;

/** What a reporter sees when a request failed: what it means, what to do, and everything that was typed. */
public final class ReporterFailures implements FailurePages {
    /** What makes a form one of ours: a conversation, an open report, or a code that was typed. */
    private static final List<String> PAGES = List.of("gesprek", "sleutel", "code");

    private static final List<String> HIDDEN = List.of("gesprek", "sleutel", "code", "blijk", "bewijs", "opgelost");

    private final ReporterPages pages;

    /** Takes the pages to send. */
    public ReporterFailures(ReporterPages pages) {
        this.pages = pages;
    }

    @Override
    public void send(RoutingContext context, int status) {
        Language language = ReporterPages.language(context);
        Texts texts = ReporterPages.texts(language);
        Optional<MessagePage.PostForm> kept = kept(context, texts);
        pages.message(
                context,
                status,
                new MessagePage(
                        language,
                        texts.of("ui.oops.title"),
                        List.of(texts.of(explanation(status, kept.isPresent()))),
                        List.of(new MessagePage.Link(texts.of("ui.again"), "/")),
                        kept,
                        texts));
    }

    private static String explanation(int status, boolean kept) {
        return switch (status) {
            case 404, 405 -> "ui.problem.notfound";
            case 413 -> "ui.problem.toolarge";
            case 429, 503 -> kept ? "ui.problem.busy" : "ui.problem.busy.plain";
            default -> status < 500 ? "ui.problem.badrequest" : "ui.problem.server";
        };
    }

    /** The whole form again as it came, with the text in sight. */
    private static Optional<MessagePage.PostForm> kept(RoutingContext context, Texts texts) {
        if (context.request().method() != HttpMethod.POST || !context.request().isEnded()) {
            return Optional.empty();
        }
        MultiMap sent = context.request().formAttributes();
        if (PAGES.stream().allMatch(name -> Forms.field(context, name).isEmpty())) {
            return Optional.empty();
        }
        List<String> answers = sent.getAll("antwoord");
        int last = Math.min(answers.size(), ConversationCodec.MOST_VALUES) - 1;
        List<MessagePage.PostForm.Field> fields = new ArrayList<>();
        HIDDEN.forEach(name -> add(fields, name, Forms.field(context, name)));
        answers.stream().limit(Math.max(0, last)).forEach(answer -> add(fields, "antwoord", answer));
        return Optional.of(new MessagePage.PostForm(
                context.normalizedPath(),
                fields,
                Forms.field(context, "tekst"),
                last < 0 ? "" : answers.get(last),
                texts.of("ui.retry")));
    }

    private static void add(List<MessagePage.PostForm.Field> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new MessagePage.PostForm.Field(name, value));
        }
    }
}
