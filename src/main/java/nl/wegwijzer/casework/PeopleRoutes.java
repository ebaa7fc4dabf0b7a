package nl.wegwijzer.casework;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.account.SignedIn;
import nl.wegwijzer.account.StaffPages;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.Reply;

/**
 * The administrator's pages: people and absences, how many reports reach nobody, and how long they are kept; never a
 * report. To everybody else they do not exist.
 */
public final class PeopleRoutes {
    static final String PEOPLE = "/medewerker/school";
    static final String KEEPING = "/medewerker/school/bewaren";
    private static final String ABSENCE = "/medewerker/school/afwezig";
    private static final long LARGEST_FORM_BYTES = 64 * 1024;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final People people;
    private final Unheard unheard;
    private final BoardKeeping keeping;
    private final SignedIn signedIn;
    private final StaffPages pages;
    private final Supplier<String> schoolPages;
    private final Clock clock;

    /**
     * Takes its collaborators.
     *
     * @param schoolPages tells what stands before a school's path in a link: nothing when officials and reporters share an
     *     address
     * @param clock tells which day it is
     */
    public PeopleRoutes(
            People people,
            Unheard unheard,
            BoardKeeping keeping,
            SignedIn signedIn,
            StaffPages pages,
            Supplier<String> schoolPages,
            Clock clock) {
        this.people = people;
        this.unheard = unheard;
        this.keeping = keeping;
        this.signedIn = signedIn;
        this.pages = pages;
        this.schoolPages = schoolPages;
        this.clock = clock;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        router.get(PEOPLE).handler(signedIn).handler(this::requireAdministrator).handler(this::show);
        router.get(KEEPING)
                .handler(signedIn)
                .handler(this::requireAdministrator)
                .handler(this::showKeeping);
        router.post(ABSENCE)
                .handler(Forms.bounded(LARGEST_FORM_BYTES))
                .handler(Forms::requireForm)
                .handler(signedIn)
                .handler(this::requireAdministrator)
                .handler(this::setAway);
    }

    private void requireAdministrator(RoutingContext context) {
        if (SignedIn.session(context).administrator()) {
            context.next();
        } else {
            pages.send(context, NOT_FOUND);
        }
    }

    private void show(RoutingContext context) {
        Session administrator = SignedIn.session(context);
        boolean saved = !context.queryParam("opgeslagen").isEmpty();
        PeopleWords words = new PeopleWords(pages.texts(), schoolPages.get(), LocalDate.now(clock));
        people.read(administrator)
                .compose(board -> unheard.read(administrator)
                        .map(waiting -> words.page(board, waiting, administrator, ABSENCE, saved)))
                .map(Reply.with(
                        page -> pages.show(context, OK, pages.texts().of("menu.board"), "medewerker/board.jte", page)))
                .onFailure(context::fail);
    }

    private void showKeeping(RoutingContext context) {
        keeping.read(SignedIn.session(context))
                .map(Reply.with(view -> pages.show(
                        context,
                        OK,
                        pages.texts().of("keeping.title"),
                        "medewerker/keeping.jte",
                        new BoardKeepingWords(pages.texts(), LocalDate.now(clock)).page(view))))
                .onFailure(context::fail);
    }

    private void setAway(RoutingContext context) {
        Optional<UUID> official = id(Forms.field(context, "persoon"));
        String away = Forms.field(context, "afwezig");
        if (official.isEmpty() || !(away.equals("ja") || away.equals("nee"))) {
            pages.send(context, BAD_REQUEST);
            return;
        }
        people.setAway(SignedIn.session(context), official.get(), away.equals("ja"))
                .map(Reply.with(found -> {
                    if (found) {
                        StaffPages.redirect(context, PEOPLE + "?opgeslagen=ja");
                    } else {
                        pages.send(context, NOT_FOUND);
                    }
                }))
                .onFailure(context::fail);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
