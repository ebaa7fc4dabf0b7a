package nl.wegwijzer.account;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import nl.wegwijzer.account.Invitations.Invited;
import nl.wegwijzer.page.Forms;
import nl.wegwijzer.page.NoticePage;
import nl.wegwijzer.page.Reply;
import nl.wegwijzer.page.StaffTexts;

/** The page behind a one-time link: choose a passphrase, couple a phone, keep the recovery code. */
final class InvitationPages {
    private static final int OK = 200;
    private static final int GONE = 410;
    private static final int UNPROCESSABLE = 422;

    private final Invitations invitations;
    private final Gate gate;
    private final StaffPages pages;

    InvitationPages(Invitations invitations, Gate gate, StaffPages pages) {
        this.invitations = invitations;
        this.gate = gate;
        this.pages = pages;
    }

    void show(RoutingContext context) {
        Optional<InvitationToken> token = InvitationToken.ofLink(context.pathParam("token"));
        if (token.isEmpty()) {
            gone(context);
        } else {
            page(context, token.get(), OK, Optional.empty(), Optional.empty());
        }
    }

    void accept(RoutingContext context) {
        Optional<InvitationToken> link = InvitationToken.ofLink(context.pathParam("token"));
        if (link.isEmpty()) {
            gone(context);
            return;
        }
        InvitationToken token = link.get();
        String sealed = Forms.field(context, FormToken.FIELD);
        Optional<Enrolment> enrolment = invitations.open(token, sealed);
        invitations
                .accept(
                        token,
                        new Invitations.Answer(
                                Forms.field(context, "wachtzin"),
                                Forms.field(context, "wachtzin2"),
                                Forms.field(context, "code"),
                                sealed))
                .map(Reply.with(outcome -> {
                    if (outcome instanceof Invitations.Outcome.Accepted accepted) {
                        StaffCookies.signIn(context, accepted.session(), gate.remember(accepted.official()));
                        StaffPages.redirect(context, StaffPages.HOME);
                    } else if (outcome instanceof Invitations.Outcome.UnfitPassphrase unfit) {
                        page(
                                context,
                                token,
                                UNPROCESSABLE,
                                enrolment,
                                Optional.of(unfit.problem().textKey()));
                    } else if (outcome instanceof Invitations.Outcome.WrongCode) {
                        page(context, token, UNPROCESSABLE, enrolment, Optional.of("invite.code"));
                    } else if (outcome instanceof Invitations.Outcome.StalePage) {
                        page(context, token, UNPROCESSABLE, Optional.empty(), Optional.of("invite.stale"));
                    } else {
                        gone(context);
                    }
                }))
                .onFailure(context::fail);
    }

    /** Shows the keys that the last page carried, so that nobody must scan twice, or fresh ones. */
    private void page(
            RoutingContext context,
            InvitationToken token,
            int status,
            Optional<Enrolment> carried,
            Optional<String> problem) {
        invitations
                .find(token)
                .map(Reply.with(found -> {
                    if (found.isEmpty()) {
                        gone(context);
                        return;
                    }
                    Enrolment enrolment = carried.orElseGet(Enrolment::generate);
                    pages.show(
                            context,
                            status,
                            pages.texts().of("name"),
                            "medewerker/invite.jte",
                            view(context.request().path(), token, found.get(), enrolment, problem));
                }))
                .onFailure(context::fail);
    }

    private InvitePage view(
            String action, InvitationToken token, Invited invited, Enrolment enrolment, Optional<String> problem) {
        byte[] secret = enrolment.keys().totpSecret();
        String address = Totp.address(secret, invited.login());
        QrCode qr = QrCode.of(address);
        return new InvitePage(
                action,
                invited.name(),
                invited.login(),
                qr.path(),
                qr.size(),
                Base32.inGroups(Base32.encode(secret)),
                address,
                enrolment.recovery().printed(),
                invitations.seal(token, enrolment),
                problem.map(pages.texts()::of));
    }

    private void gone(RoutingContext context) {
        StaffTexts texts = pages.texts();
        pages.show(
                context,
                GONE,
                texts.of("name"),
                "medewerker/notice.jte",
                new NoticePage(
                        texts.of("invite.used.title"),
                        List.of(texts.of("invite.used")),
                        texts.of("notice.signin"),
                        StaffPages.SIGN_IN));
    }
}
