package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Clue;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/**
 * The way in for a new official, or for one who lost everything: a link that works once, for a week. The keys are drawn on
 * the page and stored when the first code from the phone is right; before that the server keeps nothing.
 */
public final class Invitations {
    /** How long a link works. */
    static final Duration LIFETIME = Duration.ofDays(7);
    /** How long the page with the QR code may stay open. */
    private static final Duration PAGE_LIFETIME = Duration.ofHours(2);

    private final Database database;
    private final SlowWork slowWork;
    private final FormSeal seal;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    /** Takes its collaborators. */
    public Invitations(
            Database database, SlowWork slowWork, FormSeal seal, Sessions sessions, Audit audit, Clock clock) {
        this.database = database;
        this.slowWork = slowWork;
        this.seal = seal;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** For whom a link is. */
    record Invited(UUID official, UUID board, String login, String name) {}

    /** What was typed on the page. */
    record Answer(String passphrase, String repeated, String code, String sealedEnrolment) {
        @Override
        public String toString() {
            return "Answer[redacted]";
        }
    }

    /** How it ended. */
    sealed interface Outcome {
        /** The account is open and the person is signed in: the code that they just used can't be used again. */
        record Accepted(SessionSecret session, UUID official) implements Outcome {}

        /** The passphrase is not taken. */
        record UnfitPassphrase(PassphraseRule.Problem problem) implements Outcome {}

        /** The code does not belong to the secret on the page. */
        record WrongCode() implements Outcome {}

        /** The page was open too long or was changed; a fresh one has another secret. */
        record StalePage() implements Outcome {}

        /** The link was used, has expired or never was. */
        record Gone() implements Outcome {}
    }

    /** Makes a link for an official within a transaction; earlier links of this person stop working. */
    Future<InvitationToken> invite(SqlConnection connection, UUID official) {
        InvitationToken token = InvitationToken.generate();
        return connection
                .preparedQuery("delete from invitation where official_id = $1")
                .execute(Tuple.of(official))
                .compose(deleted -> connection
                        .preparedQuery(
                                "insert into invitation (token_hash, official_id, expires_at) values ($1, $2, $3)")
                        .execute(Tuple.of(
                                Buffer.buffer(token.hash()),
                                official,
                                OffsetDateTime.now(clock).plus(LIFETIME))))
                .map(inserted -> token);
    }

    /** Finds for whom a link is; empty when it no longer works. */
    Future<Optional<Invited>> find(InvitationToken token) {
        return database.inBoardOf(Clue.invitation(token.hash()), connection -> connection
                .preparedQuery("""
                        select o.official_id, o.board_id, o.login, o.name
                          from invitation i
                          join official o using (official_id)
                         where i.token_hash = $1 and i.expires_at > $2
                        """)
                .execute(Tuple.of(Buffer.buffer(token.hash()), OffsetDateTime.now(clock)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(Invitations::invited)));
    }

    /** Seals freshly drawn keys into the page of a link. */
    String seal(InvitationToken token, Enrolment enrolment) {
        return seal.seal(purpose(token), enrolment.bytes(), PAGE_LIFETIME);
    }

    /** Opens the keys that a page of this link carries; empty when it was open too long or changed. */
    Optional<Enrolment> open(InvitationToken token, String sealed) {
        try {
            return Optional.of(Enrolment.ofBytes(seal.open(purpose(token), sealed)));
        } catch (UnsealException stale) {
            return Optional.empty();
        }
    }

    /** Takes what was typed on the page of a link. */
    Future<Outcome> accept(InvitationToken token, Answer answer) {
        return find(token).compose(found -> found.map(invited -> accept(token, invited, answer))
                .orElseGet(() -> Future.succeededFuture(new Outcome.Gone())));
    }

    /** Deletes the rows of links that no longer work; to be called now and then. */
    public Future<Void> purge() {
        return database.inEveryBoard(connection -> connection
                .preparedQuery("delete from invitation where expires_at <= $1")
                .execute(Tuple.of(OffsetDateTime.now(clock)))
                .mapEmpty());
    }

    private Future<Outcome> accept(InvitationToken token, Invited invited, Answer answer) {
        Optional<Enrolment> enrolment = open(token, answer.sealedEnrolment());
        if (enrolment.isEmpty()) {
            return Future.succeededFuture(new Outcome.StalePage());
        }
        Optional<PassphraseRule.Problem> unfit =
                PassphraseRule.judge(answer.passphrase(), answer.repeated(), invited.login(), invited.name());
        if (unfit.isPresent()) {
            return Future.succeededFuture(new Outcome.UnfitPassphrase(unfit.get()));
        }
        OfficialKeys keys = enrolment.get().keys();
        OptionalLong step = Totp.acceptedStep(keys.totpSecret(), answer.code(), clock.instant(), 0);
        if (step.isEmpty()) {
            return Future.succeededFuture(new Outcome.WrongCode());
        }
        return slowWork.run(() -> LockedKeys.of(
                        invited.official(),
                        keys,
                        answer.passphrase(),
                        enrolment.get().recovery(),
                        step.getAsLong()))
                .compose(locked -> database.inBoard(invited.board(), connection -> use(connection, token)
                        .compose(used -> used
                                ? open(connection, invited, keys, locked)
                                : Future.succeededFuture(new Outcome.Gone()))));
    }

    private Future<Boolean> use(SqlConnection connection, InvitationToken token) {
        return connection
                .preparedQuery("delete from invitation where token_hash = $1 and expires_at > $2")
                .execute(Tuple.of(Buffer.buffer(token.hash()), OffsetDateTime.now(clock)))
                .map(deleted -> deleted.rowCount() == 1);
    }

    private Future<Outcome> open(SqlConnection connection, Invited invited, OfficialKeys keys, LockedKeys locked) {
        return locked.store(connection)
                .compose(stored -> sessions.open(connection, invited.official(), keys.pair()))
                .compose(session -> audit.append(
                                connection,
                                new Audit.Entry(
                                        invited.board(),
                                        Optional.empty(),
                                        Optional.of(invited.official()),
                                        "account.ingericht",
                                        Optional.of(invited.official())))
                        .map(new Outcome.Accepted(session, invited.official())));
    }

    private static Invited invited(Row row) {
        return new Invited(
                row.getUUID("official_id"), row.getUUID("board_id"), row.getString("login"), row.getString("name"));
    }

    private static AssociatedData purpose(InvitationToken token) {
        return AssociatedData.of("uitnodiging", Base64.getEncoder().encodeToString(token.hash()));
    }
}
