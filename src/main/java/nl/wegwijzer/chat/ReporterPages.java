package nl.wegwijzer.chat;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.page.Assets;
import nl.wegwijzer.page.Html;
import nl.wegwijzer.page.PageFrame;
import nl.wegwijzer.page.Renderer;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.WireValue;

/** Sends the reporters' pages: renders the template in its frame and pads it. */
public final class ReporterPages {
    /** Path of "Snel weg". */
    static final String QUICK_EXIT = "/snel/weg";

    private static final String LANGUAGE_PARAMETER = "taal";

    private final Renderer renderer;
    private final Assets assets;

    /** Takes its collaborators. */
    public ReporterPages(Renderer renderer, Assets assets) {
        this.renderer = renderer;
        this.assets = assets;
    }

    /** The language of a page without a conversation: as the link says, else as the browser asks, else Dutch. */
    static Language language(RoutingContext context) {
        return asked(context)
                .flatMap(wire -> WireValue.parse(Language.class, wire))
                .orElseGet(() -> Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                                .orElse("")
                                .toLowerCase(Locale.ROOT)
                                .startsWith("en")
                        ? Language.EN
                        : Language.NL);
    }

    private static Optional<String> asked(RoutingContext context) {
        try {
            return Optional.ofNullable(context.request().getParam(LANGUAGE_PARAMETER));
        } catch (IllegalArgumentException malformedQuery) {
            return Optional.empty();
        }
    }

    static Texts texts(Language language) {
        return Texts.of(language, ReporterKind.LEERLING);
    }

    /** Address of the same page in the other language. */
    static String languageLink(String path, Language language) {
        return path + "?" + LANGUAGE_PARAMETER + "=" + other(language).wire();
    }

    void chat(RoutingContext context, ChatPage page, String languageLink) {
        send(context, 200, "chat/page.jte", frame(page.language(), languageLink), page);
    }

    /** Sends only what changed, for the script that asked for it. */
    void turn(RoutingContext context, ChatPage page) {
        Html.sendPadded(context, 200, renderer.render("chat/turn.jte", Map.of("page", page)));
    }

    void receipt(RoutingContext context, ReceiptPage page) {
        send(context, 200, "chat/receipt.jte", frame(page.language(), ""), page);
    }

    void waiting(RoutingContext context, WaitPage page) {
        send(context, 200, "chat/wait.jte", frame(page.language(), ""), page);
    }

    void schools(RoutingContext context, SchoolsPage page) {
        send(context, 200, "chat/schools.jte", frame(page.language(), languageLink("/", page.language())), page);
    }

    void comeBack(RoutingContext context, ReturnPage page) {
        String link = languageLink("/" + page.slug() + "/terug", page.language());
        send(context, 200, "chat/return.jte", frame(page.language(), link), page);
    }

    void answers(RoutingContext context, AnswersPage page) {
        send(context, 200, "chat/answers.jte", frame(page.language(), ""), page);
    }

    void message(RoutingContext context, int status, MessagePage page) {
        send(context, status, "chat/message.jte", frame(page.language(), ""), page);
    }

    private PageFrame frame(Language language, String languageLink) {
        return new PageFrame(language, texts(language).of("ui.title"), assets, QUICK_EXIT, languageLink);
    }

    private void send(RoutingContext context, int status, String template, PageFrame frame, Object page) {
        Html.sendPadded(context, status, renderer.render(template, Map.of("frame", frame, "page", page)));
    }

    private static Language other(Language language) {
        return switch (language) {
            case NL -> Language.EN;
            case EN -> Language.NL;
        };
    }
}
