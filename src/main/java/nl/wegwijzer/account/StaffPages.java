package nl.wegwijzer.account;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.page.Assets;
import nl.wegwijzer.page.FailurePages;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Html;
import nl.wegwijzer.page.NoticePage;
import nl.wegwijzer.page.Renderer;
import nl.wegwijzer.page.StaffFrame;
import nl.wegwijzer.page.StaffTexts;

/** Answers with the officials' pages, inside the frame that belongs to whoever is signed in. */
public final class StaffPages implements FailurePages {
    /** Path of the list of reports. */
    public static final String HOME = "/medewerker";

    /** Path of the sign-in page. */
    static final String SIGN_IN = "/medewerker/aanmelden";

    private static final int SEE_OTHER = 303;
    private static final String TYPED = "tekst";

    private final Renderer renderer;
    private final Assets assets;
    private final StaffTexts texts;

    /** Takes what pages are made of. */
    public StaffPages(Renderer renderer, Assets assets, StaffTexts texts) {
        this.renderer = renderer;
        this.assets = assets;
        this.texts = texts;
    }

    /** Returns the words of the officials' side. */
    public StaffTexts texts() {
        return texts;
    }

    /**
     * Sends a page.
     *
     * @param title of the tab, without content of any case
     * @param template path below {@code web/templates}
     * @param page the template's view record
     */
    public void show(RoutingContext context, int status, String title, String template, Object page) {
        StaffFrame frame = SignedIn.find(context)
                .map(session -> new StaffFrame(
                        title,
                        assets,
                        session.name(),
                        session.administrator(),
                        session.formToken().value(),
                        texts))
                .orElseGet(() -> StaffFrame.anonymous(title, assets, texts));
        Html.send(context, status, renderer.render(template, Map.of("frame", frame, "page", page)));
    }

    /**
     * Sends a calm page that says what happened and where to go.
     *
     * @param notice part of the key of its words: {@code notice.<notice>} and {@code notice.<notice>.title}
     * @param more further paragraphs
     */
    public void notice(RoutingContext context, int status, String notice, List<String> more) {
        Optional<Session> session = SignedIn.find(context);
        String title = texts.of("notice." + notice + ".title");
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(texts.of("notice." + notice));
        paragraphs.addAll(more);
        show(
                context,
                status,
                title,
                "medewerker/notice.jte",
                new NoticePage(
                        title,
                        paragraphs,
                        texts.of(session.isPresent() ? "notice.home" : "notice.signin"),
                        session.isPresent() ? HOME : SIGN_IN));
    }

    /**
     * Says why nothing came of a request, and gives back what was typed in it.
     *
     * @param notice as for {@link #notice}
     */
    public void turnDown(RoutingContext context, int status, String notice) {
        notice(context, status, notice, typed(context));
    }

    @Override
    public void send(RoutingContext context, int status) {
        turnDown(context, status, noticeOf(status));
    }

    /** What was typed is given back to whoever posted it, so that an hour's letter is not lost with the page. */
    private List<String> typed(RoutingContext context) {
        boolean whole = context.request().method() == HttpMethod.POST
                && context.request().isEnded();
        String text = whole ? Forms.field(context, TYPED).strip() : "";
        List<String> paragraphs = new ArrayList<>();
        if (!text.isEmpty()) {
            paragraphs.add(texts.of("notice.typed"));
            text.lines().filter(line -> !line.isBlank()).forEach(paragraphs::add);
        }
        return paragraphs;
    }

    /** Sends the browser to another page, with GET. */
    public static void redirect(RoutingContext context, String path) {
        context.response()
                .setStatusCode(SEE_OTHER)
                .putHeader(HttpHeaders.LOCATION, path)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private static String noticeOf(int status) {
        return switch (status) {
            case 404, 405 -> "notfound";
            case 429, 503 -> "busy";
            default -> status >= 500 ? "server" : "badrequest";
        };
    }
}
