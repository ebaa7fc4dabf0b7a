package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Database;

/**
 * Lets a colleague of the same school read a case along. Only those to whom the case could have gone can be let in: never
 * the accused or the excluded (domain §6, rule 2), no aanspreekpunt when staff is accused, and only external counsellors
 * when an official is accused, who might be any of the others (domain §10). The reporter is told.
 */
public final class Sharing {
    private static final String COLLEAGUES = """
            select o.official_id, o.name, o.public_key, o.key_number, array_agg(p.role order by p.role) as roles
              from report r
              join school_official p on p.school_id = r.school_id
              join official o on o.official_id = p.official_id
             where r.school_id = $1 and r.report_id = $2 and o.official_id <> $3
               and o.public_key is not null
               and case r.accused
                     when 'functionaris' then p.role = 'externe'
                     when 'personeel' then p.role <> 'aanspreekpunt'
                     when 'schoolleiding' then p.role <> 'aanspreekpunt'
                     else true
                   end
               and not exists (select 1 from report_grant g
                                where g.school_id = r.school_id and g.report_id = r.report_id
                                  and g.official_id = o.official_id and g.state = 'actief')
               and not exists (select 1 from report_blind b
                                where b.school_id = r.school_id and b.report_id = r.report_id
                                  and b.official_id = o.official_id)
            """;

    private final Database database;
    private final Steps steps;

    /** Takes its collaborators. */
    public Sharing(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.steps = new Steps(audit, clock);
    }

    /** Lists whom this reader could let in, in the school's order. */
    static Future<List<OpenedCase.Candidate>> candidates(SqlConnection connection, Session session, CaseRef ref) {
        return connection
                .preparedQuery(COLLEAGUES + " group by o.official_id order by min(p.position), o.name")
                .execute(Tuple.of(ref.school(), ref.report(), session.official()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row ->
                                new OpenedCase.Candidate(row.getUUID("official_id"), row.getString("name"), roles(row)))
                        .toList());
    }

    private static List<OfficialRole> roles(Row row) {
        return Stream.of(row.getArrayOfStrings("roles"))
                .flatMap(role -> OfficialRole.ofWire(role).stream())
                .sorted()
                .toList();
    }

    /**
     * Seals the case's key to a colleague. Whoever must not get it, or has it already, gets nothing by this.
     *
     * @param colleague one of the {@link #candidates}
     */
    Future<CaseChanges.Outcome> letIn(Session session, CaseRef ref, UUID colleague) {
        return database.inSchools(session.schools(), connection -> steps.lock(connection, ref)
                .compose(locked -> steps.find(connection, session, ref))
                .compose(found -> found.map(row -> CaseKey.open(
                                        session,
                                        ref,
                                        row.getBuffer("sealed_key").getBytes())
                                .map(key -> letIn(connection, session, ref, key, colleague))
                                .orElseGet(() -> Future.succeededFuture(CaseChanges.Outcome.UNREADABLE)))
                        .orElseGet(() -> Future.succeededFuture(CaseChanges.Outcome.NOT_FOUND))));
    }

    private Future<CaseChanges.Outcome> letIn(
            SqlConnection connection, Session session, CaseRef ref, CaseKey key, UUID colleague) {
        return connection
                .preparedQuery(COLLEAGUES + " and o.official_id = $4 group by o.official_id")
                .execute(Tuple.of(ref.school(), ref.report(), session.official(), colleague))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst())
                .compose(found -> found.map(row -> give(connection, session, ref, key, row))
                        .orElseGet(() -> Future.succeededFuture()))
                .map(CaseChanges.Outcome.DONE);
    }

    /** Somebody who was in line, or had it once, gets a fresh copy of the key. */
    private Future<Void> give(SqlConnection connection, Session session, CaseRef ref, CaseKey key, Row colleague) {
        UUID id = colleague.getUUID("official_id");
        byte[] sealed = key.sealTo(id, colleague.getBuffer("public_key").getBytes());
        return connection
                .preparedQuery("""
                        insert into report_grant as g (school_id, report_id, official_id, position, state, sealed_key,
                                key_number, reads_along)
                        select $1, $2, $3, coalesce(max(position), 0) + 1, 'actief', $4, $5, true
                          from report_grant where school_id = $1 and report_id = $2
                            on conflict (school_id, report_id, official_id) do update
                           set state = 'actief', sealed_key = excluded.sealed_key, key_number = excluded.key_number,
                               reads_along = true
                        """)
                .execute(Tuple.of(
                        ref.school(), ref.report(), id, Buffer.buffer(sealed), colleague.getInteger("key_number")))
                .compose(given -> steps.tell(connection, ref, "meegelezen", id))
                .compose(told -> steps.audit(connection, session, ref, "melding.gedeeld"))
                .compose(noted -> steps.audit(connection, session, ref, "functionaris.leest_mee", id));
    }
}
