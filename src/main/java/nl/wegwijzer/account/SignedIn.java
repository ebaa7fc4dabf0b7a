package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;

/**
 * Stands in front of every page for officials: finds the session of the cookie, checks that a form came from our own page
 * and this session, and sends everybody else to the sign-in page. It comes after the handler that reads the body.
 */
public final class SignedIn implements Handler<RoutingContext> {
    private static final String SESSION = "wegwijzer.session";
    private static final int FORBIDDEN = 403;

    private final Sessions sessions;
    private final StaffPages pages;

    /** Takes its collaborators. */
    public SignedIn(Sessions sessions, StaffPages pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    /**
     * Returns who is signed in.
     *
     * @throws IllegalStateException on a route that this handler does not guard
     */
    public static Session session(RoutingContext context) {
        return find(context).orElseThrow(() -> new IllegalStateException("this route is not guarded"));
    }

    static Optional<Session> find(RoutingContext context) {
        return Optional.ofNullable(context.<Session>get(SESSION));
    }

    /** Makes the rest of this request that of a stranger. */
    static void forget(RoutingContext context) {
        context.remove(SESSION);
    }

    @Override
    public void handle(RoutingContext context) {
        recognise(context)
                .map(Reply.with(session -> {
                    if (context.request().method() != HttpMethod.POST) {
                        session.ifPresentOrElse(
                                known -> context.next(), () -> StaffPages.redirect(context, StaffPages.SIGN_IN));
                    } else if (!Forms.fromOwnPage(context)) {
                        pages.send(context, FORBIDDEN);
                    } else if (session.isEmpty()) {
                        pages.turnDown(context, FORBIDDEN, "expired");
                    } else if (session.get().formToken().matches(Forms.field(context, FormToken.FIELD))) {
                        context.next();
                    } else {
                        pages.turnDown(context, FORBIDDEN, "stale");
                    }
                }))
                .onFailure(context::fail);
    }

    /** Finds the session of the cookie and remembers it for this request. */
    Future<Optional<Session>> recognise(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(StaffCookies.SESSION))
                .map(Cookie::getValue)
                .flatMap(SessionSecret::ofCookie)
                .map(sessions::find)
                .orElseGet(() -> Future.succeededFuture(Optional.empty()))
                .onSuccess(session -> session.ifPresent(known -> context.put(SESSION, known)));
    }
}
