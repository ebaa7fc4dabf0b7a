package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.report.Message;
import nl.wegwijzer.report.Status;
import nl.wegwijzer.retention.Outlook;
import nl.wegwijzer.retention.PostponeReason;
import nl.wegwijzer.retention.ReportDaysRows;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;

/** What an official changes in a case: answers, status, its end, and access for a colleague who lost their keys. Each change is audited in its own transaction. */
public final class CaseChanges {
    /** The reporter is told of these; that an official marked a case unread is theirs alone. */
    private static final Set<Status> TOLD = Set.of(Status.IN_BEHANDELING, Status.AFGESLOTEN);

    private final Database database;
    private final Steps steps;
    private final Clock clock;

    /** Takes its collaborators. */
    public CaseChanges(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.steps = new Steps(audit, clock);
        this.clock = clock;
    }

    /** How a change ended. */
    enum Outcome {
        DONE,
        /** It is not theirs, or does not exist. */
        NOT_FOUND,
        /** The key does not open, so nothing can be sealed for the reporter. */
        UNREADABLE
    }

    /**
     * Stores an answer for the reporter.
     *
     * @param submission drawn when the page was made; the same one is stored once
     */
    Future<Outcome> reply(Session session, CaseRef ref, UUID submission, ReplyText text) {
        Message message = new Message(text.text(), clock.instant());
        return change(session, ref, (connection, row) -> CaseKey.open(
                        session, ref, row.getBuffer("sealed_key").getBytes())
                .map(key -> next(connection, ref, submission)
                        .compose(number -> number.isEmpty()
                                ? Future.succeededFuture(Outcome.DONE)
                                : store(connection, session, ref, submission, number.get(), key, message)))
                .orElseGet(() -> Future.succeededFuture(Outcome.UNREADABLE)));
    }

    /** Gives the case another status. Once it was opened, nothing makes it new again: asking so changes nothing. */
    Future<Outcome> changeStatus(Session session, CaseRef ref, Status status) {
        return change(session, ref, (connection, row) -> {
            Status now = Inbox.wire(Status.class, row, "status");
            boolean newAgain = status == Status.NIEUW;
            if (now == status || newAgain) {
                return Future.succeededFuture(Outcome.DONE);
            }
            return steps.markOpened(connection, session, ref)
                    .compose(marked -> connection
                            .preparedQuery("""
                                    update report
                                       set status = $3, closed_on = case $3 when 'afgesloten' then $4::date end,
                                           postponed_on = case $3 when 'afgesloten' then postponed_on end
                                     where school_id = $1 and report_id = $2
                                    """)
                            .execute(Tuple.of(ref.school(), ref.report(), status.wire(), steps.today())))
                    .compose(updated -> TOLD.contains(status) || now == Status.AFGESLOTEN
                            ? steps.tell(connection, ref, "status", session.official())
                            : Future.succeededFuture())
                    .compose(told -> steps.audit(connection, session, ref, "melding.status." + status.wire()))
                    .map(Outcome.DONE);
        });
    }

    /**
     * Asks for more time before the case is erased: once, near the end, and never beyond the cap. Asking in vain or again
     * changes nothing. The reason stands in the audit alone.
     */
    Future<Outcome> postpone(Session session, CaseRef ref, PostponeReason reason) {
        return change(session, ref, (connection, row) -> {
            Outlook outlook = Outlook.of(ReportDaysRows.read(row), steps.today());
            if (!(outlook instanceof Outlook.Announced near)
                    || near.postponableTo().isEmpty()) {
                return Future.succeededFuture(Outcome.DONE);
            }
            return connection
                    .preparedQuery("update report set postponed_on = $3 where school_id = $1 and report_id = $2")
                    .execute(Tuple.of(ref.school(), ref.report(), steps.today()))
                    .compose(updated -> steps.audit(connection, session, ref, "melding.uitgesteld." + reason.wire()))
                    .map(Outcome.DONE);
        });
    }

    /**
     * Seals the case's key to the new keys of a colleague who has the case but lost the keys it was sealed to. Whoever does
     * not have it, is blind to it or can open it gets nothing by this; asking again changes nothing.
     */
    Future<Outcome> giveAccessAgain(Session session, CaseRef ref, UUID colleague) {
        return change(session, ref, (connection, row) -> CaseKey.open(
                        session, ref, row.getBuffer("sealed_key").getBytes())
                .map(key -> lockedOut(connection, ref, colleague)
                        .compose(found -> found.map(keys -> seal(connection, session, ref, colleague, key, keys))
                                .orElseGet(() -> Future.succeededFuture(Outcome.DONE))))
                .orElseGet(() -> Future.succeededFuture(Outcome.UNREADABLE)));
    }

    private static Future<Optional<Row>> lockedOut(SqlConnection connection, CaseRef ref, UUID colleague) {
        return connection
                .preparedQuery("""
                        select o.public_key, o.key_number
                          from report_grant g
                          join official o on o.official_id = g.official_id
                         where g.school_id = $1 and g.report_id = $2 and g.official_id = $3
                           and g.state = 'actief'
                           and g.key_number <> o.key_number
                           and exists (select 1 from school_official p
                                        where p.school_id = g.school_id and p.official_id = g.official_id)
                           and not exists (select 1 from report_blind b
                                            where b.school_id = g.school_id and b.report_id = g.report_id
                                              and b.official_id = g.official_id)
                        """)
                .execute(Tuple.of(ref.school(), ref.report(), colleague))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }

    private Future<Outcome> seal(
            SqlConnection connection, Session session, CaseRef ref, UUID colleague, CaseKey key, Row keys) {
        byte[] sealed = key.sealTo(colleague, keys.getBuffer("public_key").getBytes());
        return connection
                .preparedQuery("""
                        update report_grant set sealed_key = $4, key_number = $5
                         where school_id = $1 and report_id = $2 and official_id = $3
                        """)
                .execute(Tuple.of(
                        ref.school(), ref.report(), colleague, Buffer.buffer(sealed), keys.getInteger("key_number")))
                .compose(updated -> steps.audit(connection, session, ref, "melding.toegang_hersteld"))
                .compose(noted -> steps.audit(connection, session, ref, "functionaris.toegang_hersteld", colleague))
                .map(Outcome.DONE);
    }

    private Future<Outcome> change(Session session, CaseRef ref, BiFunction<SqlConnection, Row, Future<Outcome>> work) {
        return database.inSchools(session.schools(), connection -> steps.lock(connection, ref)
                .compose(locked -> steps.find(connection, session, ref))
                .compose(found -> found.map(row -> work.apply(connection, row))
                        .orElseGet(() -> Future.succeededFuture(Outcome.NOT_FOUND))));
    }

    /** Returns the number of the next item; empty when this submission is stored already. */
    private static Future<Optional<Integer>> next(SqlConnection connection, CaseRef ref, UUID submission) {
        return connection
                .preparedQuery("""
                        select coalesce(max(item_number), 0) + 1 as next,
                               coalesce(bool_or(submission_id = $3), false) as known
                          from report_item where school_id = $1 and report_id = $2
                        """)
                .execute(Tuple.of(ref.school(), ref.report(), submission))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return row.getBoolean("known") ? Optional.empty() : Optional.of(row.getInteger("next"));
                });
    }

    private Future<Outcome> store(
            SqlConnection connection,
            Session session,
            CaseRef ref,
            UUID submission,
            int number,
            CaseKey key,
            Message message) {
        return connection
                .preparedQuery("""
                        insert into report_item (school_id, report_id, item_number, kind, author, official_id,
                                submission_id, sealed, written_on)
                        values ($1, $2, $3, 'bericht', 'functionaris', $4, $5, $6, $7)
                        """)
                .execute(Tuple.from(List.of(
                        ref.school(),
                        ref.report(),
                        number,
                        session.official(),
                        submission,
                        Buffer.buffer(key.seal(number, message)),
                        steps.today())))
                .compose(inserted -> steps.markOpened(connection, session, ref))
                .compose(marked -> steps.audit(connection, session, ref, "melding.beantwoord"))
                .map(Outcome.DONE);
    }
}
