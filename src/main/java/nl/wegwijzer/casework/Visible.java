package nl.wegwijzer.casework;

import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import nl.wegwijzer.account.Session;

/**
 * The reports that one official may know of. Every query of this package starts with {@link #REPORTS}, so that no list,
 * counter or page can forget whom a report was sent to, or who must be blind to it (domain §6, rule 2).
 */
final class Visible {
    /** Defines {@code visible}; {@code $1} is the official, {@code $2} the schools where they have a role. */
    static final String REPORTS = """
            with visible as (
                select r.school_id, r.report_id, r.category, r.read_category, r.urgency, r.accused, r.reporter,
                       r.anonymous, r.status, r.routing_reason, r.received_on, r.open_before,
                       r.closed_on, r.postponed_on, r.announced_on,
                       g.sealed_key, g.last_read_item, g.last_read_attachment, g.position,
                       g.key_number = (select o.key_number from official o where o.official_id = $1) as opens,
                       exists (select 1 from attachment a
                                where a.school_id = r.school_id and a.report_id = r.report_id
                                  and a.number > g.last_read_attachment)
                       or exists (select 1 from report_item i
                                where i.school_id = r.school_id and i.report_id = r.report_id
                                  and i.item_number > g.last_read_item
                                  and i.official_id is distinct from $1) as unread,
                       exists (select 1 from report_item i
                                where i.school_id = r.school_id and i.report_id = r.report_id
                                  and i.author = 'functionaris') as answered
                  from report r
                  join report_grant g on g.school_id = r.school_id and g.report_id = r.report_id
                 where g.official_id = $1
                   and g.state = 'actief'
                   and r.erased_on is null
                   and r.school_id = any($2)
                   and not exists (select 1 from report_blind b
                                    where b.school_id = r.school_id and b.report_id = r.report_id
                                      and b.official_id = $1)
            )
            """;

    private Visible() {}

    /** Returns the values of {@code $1} and {@code $2}, followed by further ones. */
    static Tuple to(Session session, Object... further) {
        Tuple values = Tuple.tuple()
                .addUUID(session.official())
                .addArrayOfUUID(session.schools().toArray(new UUID[0]));
        for (Object value : further) {
            values.addValue(value);
        }
        return values;
    }
}
