package nl.wegwijzer.casework;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.wegwijzer.account.Session;
import nl.wegwijzer.store.Database;

/**
 * Reports that reach nobody, seen from outside, for the administrator: how many, at which school and since when, and
 * nothing of what is in them or for whom they were. Whoever opens such a report ends it by that. A report that must stay
 * hidden from the administrator counts for nothing here (domain §6, rule 2).
 */
public final class Unheard {
    private final Database database;
    private final Clock clock;

    /** Takes its collaborators; the clock tells which days have passed. */
    public Unheard(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Why a report reaches nobody. */
    enum Why {
        /** Everybody in line had their time and did not open it (domain §6, rule 6), so nobody comes after them. */
        UNOPENED,
        /** Whoever has it lost the keys or the role, and nobody else holds a key that opens it. */
        LOCKED
    }

    /**
     * What waits at one school.
     *
     * @param school its name
     * @param since day on which the oldest of them came
     */
    record Waiting(String school, Why why, int reports, LocalDate since) {}

    /** Reads what waits at the schools of this administrator's board. */
    Future<List<Waiting>> read(Session administrator) {
        return BoardSchools.of(database, administrator.board()).compose(schools -> read(administrator, schools));
    }

    private Future<List<Waiting>> read(Session administrator, Set<UUID> schools) {
        return database.inSchools(schools, connection -> connection
                .preparedQuery("""
                                with open_report as (
                                    select r.school_id, r.received_on, r.open_before, r.opened_on is null as unopened,
                                           bool_or(key.state = 'actief') as opens,
                                           bool_or(key.state = 'reserve') as waits_for_next
                                      from report r
                                      left join lateral (
                                            select g.state
                                              from report_grant g
                                              join official o
                                                on o.official_id = g.official_id and o.key_number = g.key_number
                                             where g.school_id = r.school_id and g.report_id = r.report_id
                                               and exists (select 1 from school_official p
                                                            where p.school_id = g.school_id
                                                              and p.official_id = g.official_id)
                                               and not exists (select 1 from report_blind b
                                                                where b.school_id = g.school_id
                                                                  and b.report_id = g.report_id
                                                                  and b.official_id = g.official_id)) key on true
                                     where r.school_id = any($1)
                                       and r.erased_on is null
                                       and r.status <> 'afgesloten'
                                       -- one that was for nobody from the start was told to the board then, or must not be
                                       and exists (select 1 from report_grant g
                                                    where g.school_id = r.school_id and g.report_id = r.report_id)
                                       and not exists (select 1 from report_blind b
                                                        where b.school_id = r.school_id and b.report_id = r.report_id
                                                          and b.official_id = $2)
                                     group by r.school_id, r.report_id
                                )
                                select s.name,
                                       case when w.opens then 'unopened' else 'locked' end as why,
                                       count(*) as reports,
                                       min(w.received_on) as since
                                  from open_report w
                                  join school s on s.school_id = w.school_id
                                 where case when w.opens then w.unopened and w.open_before < $3
                                            else true end
                                   and not (w.unopened and coalesce(w.waits_for_next, false))
                                 group by s.school_id, s.name, why
                                 order by s.name, s.school_id, why desc
                                """)
                .execute(Tuple.of(schools.toArray(new UUID[0]), administrator.official(), LocalDate.now(clock)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Unheard::waiting)
                        .collect(Collectors.toUnmodifiableList())));
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                row.getString("name"),
                Why.valueOf(row.getString("why").toUpperCase(Locale.ROOT)),
                row.getInteger("reports"),
                row.getLocalDate("since"));
    }
}
