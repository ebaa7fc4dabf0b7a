package nl.wegwijzer.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a database holds, as PostgreSQL itself knows it, so that no table of a later version is forgotten.
 *
 * @param all every table but the history of migrations
 * @param kept those whose rows go into an archive, each after the tables that it refers to
 */
record Catalog(List<Table> all, List<Table> kept) {
    private static final String HISTORY = "flyway_schema_history";

    /**
     * Signing in that is under way. An archive lives longer than that, and putting it back must not give life again to
     * sessions that were ended or invitations that were used.
     */
    private static final Set<String> PASSING = Set.of("official_session", "invitation");

    /** Never beside what they open. */
    private static final String ERASURE_KEYS = "report_erasure_key";

    Catalog {
        all = List.copyOf(all);
        kept = List.copyOf(kept);
    }

    static Catalog of(Connection connection) throws SQLException {
        List<Table> all = tables(connection);
        Map<String, Set<String>> references = references(connection);
        Set<String> passing = new HashSet<>(PASSING);
        while (all.stream()
                .map(Table::name)
                .filter(name -> references.getOrDefault(name, Set.of()).stream().anyMatch(passing::contains))
                .anyMatch(passing::add)) {
            // what belongs to something passing passes with it
        }
        List<Table> kept = all.stream()
                .filter(table ->
                        !passing.contains(table.name()) && !table.name().equals(ERASURE_KEYS))
                .toList();
        return new Catalog(all, inOrder(kept, references));
    }

    /**
     * Returns the migrations that made this schema, in order, each as its version and checksum; empty when there are
     * none.
     */
    static List<String> schema(Connection connection) throws SQLException {
        List<String> schema = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("select to_regclass('" + HISTORY + "') is not null")) {
                there.next();
                if (!there.getBoolean(1)) {
                    return List.of();
                }
            }
            try (ResultSet rows = statement.executeQuery("select version, checksum from " + HISTORY
                    + " where success and version is not null order by installed_rank")) {
                while (rows.next()) {
                    schema.add(rows.getString("version") + ":" + rows.getInt("checksum"));
                }
            }
        }
        return schema;
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.relname, array_agg(a.attname::text order by a.attnum) as columns
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                               and a.attgenerated = ''
                         where c.relkind in ('r', 'p') and not c.relispartition
                         group by c.relname order by c.relname
                        """)) {
            while (rows.next()) {
                Array columns = rows.getArray("columns");
                tables.add(new Table(rows.getString("relname"), List.of((String[]) columns.getArray())));
            }
        }
        tables.removeIf(table -> table.name().equals(HISTORY));
        return tables;
    }

    /** Which tables each table refers to, itself left out. */
    private static Map<String, Set<String>> references(Connection connection) throws SQLException {
        Map<String, Set<String>> references = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select child.relname as child, parent.relname as parent
                          from pg_constraint k
                          join pg_class child on child.oid = k.conrelid
                          join pg_class parent on parent.oid = k.confrelid
                          join pg_namespace n on n.oid = child.relnamespace and n.nspname = current_schema()
                         where k.contype = 'f' and child.oid <> parent.oid
                        """)) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString("child"), child -> new HashSet<>())
                        .add(rows.getString("parent"));
            }
        }
        return references;
    }

    private static List<Table> inOrder(List<Table> tables, Map<String, Set<String>> references) {
        List<Table> ordered = new ArrayList<>();
        List<Table> waiting = new ArrayList<>(tables);
        Set<String> ahead = new HashSet<>();
        tables.forEach(table -> ahead.add(table.name()));
        while (!waiting.isEmpty()) {
            List<Table> ready = waiting.stream()
                    .filter(table -> references.getOrDefault(table.name(), Set.of()).stream()
                            .noneMatch(ahead::contains))
                    .toList();
            if (ready.isEmpty()) {
                throw new BackupException("These tables refer to each other in a circle and can't be restored: "
                        + String.join(", ", waiting.stream().map(Table::name).toList()) + ".");
            }
            ordered.addAll(ready);
            waiting.removeAll(ready);
            ready.forEach(table -> ahead.remove(table.name()));
        }
        return ordered;
    }
}
