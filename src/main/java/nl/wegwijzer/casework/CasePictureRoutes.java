package nl.wegwijzer.casework;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.account.SignedIn;
import nl.wegwijzer.account.StaffPages;
import nl.wegwijzer.attachment.Attachment;
import nl.wegwijzer.attachment.PictureReading;
import nl.wegwijzer.page.Reply;

/** Shows one picture of a case, opened while it is sent: {@code GET /medewerker/melding/…/bijlage/{id}}. */
public final class CasePictureRoutes {
    private static final int NOT_FOUND = 404;

    private final CasePictures pictures;
    private final PictureReading reading;
    private final SignedIn signedIn;
    private final StaffPages pages;

    /** Takes its collaborators. */
    public CasePictureRoutes(CasePictures pictures, PictureReading reading, SignedIn signedIn, StaffPages pages) {
        this.pictures = pictures;
        this.reading = reading;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    /** Adds the route. */
    public void mount(Router router) {
        router.get("/medewerker/melding/:school/:report/bijlage/:bijlage")
                .handler(signedIn)
                .handler(this::show);
    }

    private void show(RoutingContext context) {
        Optional<CaseRef> ref = CaseRef.of(context.pathParam("school"), context.pathParam("report"));
        Optional<UUID> id = id(context.pathParam("bijlage"));
        if (ref.isEmpty() || id.isEmpty()) {
            pages.send(context, NOT_FOUND);
            return;
        }
        pictures.find(SignedIn.session(context), ref.get(), id.get())
                .map(Reply.with(found -> found.ifPresentOrElse(
                        openable -> send(context, openable), () -> pages.send(context, NOT_FOUND))))
                .onFailure(context::fail);
    }

    private void send(RoutingContext context, CasePictures.Openable openable) {
        reading.open(openable.key(), openable.picture())
                .map(Reply.with(opened -> {
                    HttpServerResponse response = context.response();
                    Attachment picture = opened.picture();
                    response.putHeader(HttpHeaders.CONTENT_TYPE, picture.contentType())
                            .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(picture.size()))
                            .putHeader(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    "inline; filename=\"foto-" + picture.number() + ".jpg\"");
                    // a later part that does not open breaks the answer off: nobody takes half a picture for whole
                    opened.sendTo(response)
                            .onFailure(broken -> context.request().connection().close());
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
