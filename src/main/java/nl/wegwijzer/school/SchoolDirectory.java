package nl.wegwijzer.school;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.routing.SchoolCalendar;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.taxonomy.WireValue;

/** Finds schools and their people. What the chat needs on every turn is kept for a few seconds. */
public final class SchoolDirectory {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,60}");
    private static final Duration FRESH = Duration.ofSeconds(5);
    /** So long the chat goes on with what it knew when the database is away. */
    private static final Duration USABLE = Duration.ofMinutes(30);

    private final Database database;
    private final UnaryOperator<String> photoAddress;
    private final Clock clock;
    private final AsyncLoadingCache<String, Optional<SchoolProfile>> profiles;

    /**
     * Reads from the database.
     *
     * @param photoAddress turns the stored name of a photo into the address under which it is served
     * @param clock tells who is absent today
     */
    public SchoolDirectory(Database database, UnaryOperator<String> photoAddress, Clock clock) {
        this.database = database;
        this.photoAddress = photoAddress;
        this.clock = clock;
        this.profiles = Caffeine.newBuilder()
                .maximumSize(2_000)
                .refreshAfterWrite(FRESH)
                .expireAfterWrite(USABLE)
                .buildAsync((slug, executor) -> load(slug).toCompletionStage().toCompletableFuture());
    }

    /**
     * A school in the list of schools.
     *
     * @param slug the school's part of the address
     */
    public record Listed(String slug, String name, String place) {}

    /** Lists all schools by name. */
    public Future<List<Listed>> schools() {
        return database.inNoSchool(connection -> connection
                .query("select slug, name, place from school order by name, slug")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Listed(row.getString("slug"), row.getString("name"), row.getString("place")))
                        .toList()));
    }

    /** Finds a school by its part of the address. */
    public Future<Optional<SchoolProfile>> find(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            return Future.succeededFuture(Optional.empty());
        }
        return Future.fromCompletionStage(profiles.get(slug));
    }

    private Future<Optional<SchoolProfile>> load(String slug) {
        return database.inNoSchool(connection -> connection.preparedQuery("""
                        select school_id, slug, name, sector, complaints from school where slug = $1
                        """).execute(Tuple.of(slug)))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : profile(rows.iterator().next()).map(Optional::of));
    }

    private Future<SchoolProfile> profile(Row school) {
        UUID id = school.getUUID("school_id");
        return database.inSchool(id, connection -> profile(connection, id, school));
    }

    private Future<SchoolProfile> profile(SqlConnection connection, UUID id, Row school) {
        return officials(connection, id).compose(officials -> calendar(connection, id)
                .map(calendar -> new SchoolProfile(
                        id,
                        school.getString("slug"),
                        school.getString("name"),
                        WireValue.parse(Sector.class, school.getString("sector"))
                                .orElseThrow(),
                        officials,
                        calendar,
                        school.getString("complaints"))));
    }

    private Future<List<OfficialCard>> officials(SqlConnection connection, UUID school) {
        return connection
                .preparedQuery("""
                        select o.official_id, o.name, o.about, o.photo, o.public_key, s.role,
                               exists (select 1 from absence a
                                        where a.official_id = o.official_id
                                          and $2 between a.first_day and a.last_day) as away
                          from school_official s
                          join official o using (official_id)
                         where s.school_id = $1 and o.public_key is not null
                         order by s.position, o.official_id
                        """)
                .execute(Tuple.of(school, LocalDate.now(clock)))
                .map(rows -> {
                    Map<UUID, OfficialCard> cards = new LinkedHashMap<>();
                    for (Row row : rows) {
                        cards.merge(row.getUUID("official_id"), card(row), SchoolDirectory::withRolesOf);
                    }
                    return List.copyOf(cards.values());
                });
    }

    private OfficialCard card(Row row) {
        String photo = row.getString("photo");
        return new OfficialCard(
                row.getUUID("official_id"),
                row.getString("name"),
                OfficialRole.ofWire(row.getString("role")).stream().toList(),
                row.getString("about"),
                photo.isEmpty() ? "" : photoAddress.apply(photo),
                row.getBuffer("public_key").getBytes(),
                row.getBoolean("away"));
    }

    private static OfficialCard withRolesOf(OfficialCard known, OfficialCard again) {
        List<OfficialRole> roles = new ArrayList<>(known.roles());
        roles.addAll(again.roles());
        return new OfficialCard(
                known.id(), known.name(), roles, known.about(), known.photo(), known.publicKey(), known.away());
    }

    private static Future<SchoolCalendar> calendar(SqlConnection connection, UUID school) {
        return connection
                .preparedQuery("select first_day, last_day from school_holiday where school_id = $1")
                .execute(Tuple.of(school))
                .map(rows -> new SchoolCalendar(StreamSupport.stream(rows.spliterator(), false)
                        .map(row ->
                                new SchoolCalendar.Period(row.getLocalDate("first_day"), row.getLocalDate("last_day")))
                        .toList()));
    }
}
