package nl.wegwijzer.account;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import nl.wegwijzer.store.Audit;
import nl.wegwijzer.store.Clue;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/**
 * Creates boards, schools and officials, for the command line and the demo. Whoever can do this can make accounts, but
 * reads no report with them: nothing was sealed to a new account.
 */
public final class Administration {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private final Database database;
    private final SlowWork slowWork;
    private final Invitations invitations;
    private final Audit audit;

    /** Takes its collaborators. */
    public Administration(Database database, SlowWork slowWork, Invitations invitations, Audit audit) {
        this.database = database;
        this.slowWork = slowWork;
        this.invitations = invitations;
        this.audit = audit;
    }

    /**
     * A created official.
     *
     * @param official who it is
     * @param invitationPath path of the one-time link, to be put behind the public address and handed over in person
     */
    public record Created(UUID official, String invitationPath) {
        @Override
        public String toString() {
            return "Created[" + official + "]";
        }
    }

    /** Creates a school board. */
    public Future<UUID> createBoard(String name) {
        if (name.isBlank()) {
            return Future.failedFuture(new AdministrationException("A board needs a name."));
        }
        UUID board = UUID.randomUUID();
        return database.inBoard(board, connection -> connection
                .preparedQuery("insert into board (board_id, name) values ($1, $2)")
                .execute(Tuple.of(board, name.strip()))
                .compose(inserted -> audit(connection, board, Optional.empty(), "bestuur.aangemaakt", board))
                .map(board));
    }

    /** Creates a school; fails with {@link AdministrationException} when the board is unknown or the slug is taken. */
    public Future<UUID> createSchool(NewSchool school) {
        UUID id = UUID.randomUUID();
        return database.inBoard(school.board(), connection -> connection
                        .preparedQuery("""
                                insert into school (school_id, board_id, slug, name, place, sector, complaints)
                                values ($1, $2, $3, $4, $5, $6, $7)
                                """)
                        .execute(Tuple.of(
                                id,
                                school.board(),
                                school.slug(),
                                school.name().strip(),
                                school.place().strip(),
                                school.sector().wire(),
                                school.complaints()))
                        .compose(
                                inserted -> audit(connection, school.board(), Optional.of(id), "school.aangemaakt", id))
                        .map(id))
                .recover(failure -> refused(failure, "There is a school '" + school.slug() + "' already."));
    }

    /**
     * Creates an official with a one-time link; fails with {@link AdministrationException} when the board or a school is
     * unknown or the login is taken.
     */
    public Future<Created> createOfficial(NewOfficial official) {
        UUID id = UUID.randomUUID();
        return database.inBoard(official.board(), connection -> connection
                        .preparedQuery("""
                                insert into official (official_id, board_id, login, name, about, photo, administrator)
                                values ($1, $2, $3, $4, $5, $6, $7)
                                """)
                        .execute(Tuple.of(
                                id,
                                official.board(),
                                official.login(),
                                official.name().strip(),
                                official.about(),
                                official.photo(),
                                official.administrator()))
                        .compose(inserted -> appoint(connection, id, official))
                        .compose(appointed -> invite(connection, id))
                        .compose(created -> audit(
                                        connection, official.board(), Optional.empty(), "functionaris.aangemaakt", id)
                                .map(created)))
                .recover(failure -> refused(failure, "There is a login '" + official.login() + "' already."));
    }

    /** Makes a new link for an official who never used theirs, or lost everything; earlier links stop working. */
    public Future<Created> inviteAgain(String login) {
        String name = SignIn.normal(login);
        return database.inBoardOf(Clue.login(name), connection -> connection
                .preparedQuery("select official_id, board_id from official where login = $1")
                .execute(Tuple.of(name))
                .compose(found -> {
                    if (found.size() == 0) {
                        return Future.failedFuture(new AdministrationException("There is no login '" + login + "'."));
                    }
                    Row row = found.iterator().next();
                    UUID id = row.getUUID("official_id");
                    return invite(connection, id).compose(created -> audit(
                                    connection,
                                    row.getUUID("board_id"),
                                    Optional.empty(),
                                    "functionaris.uitgenodigd",
                                    id)
                            .map(created));
                }));
    }

    /**
     * Opens an account at once, with a passphrase and secret that somebody else chose: for the demo, never for real people.
     *
     * @param totpSecret 20 bytes
     */
    public Future<Void> enroll(UUID official, String passphrase, byte[] totpSecret) {
        OfficialKeys drawn = OfficialKeys.generate();
        OfficialKeys keys = new OfficialKeys(drawn.pair(), totpSecret);
        return slowWork.run(() -> LockedKeys.of(official, keys, passphrase, RecoveryCode.generate(), 0))
                .compose(locked -> database.inBoardOf(Clue.official(official), connection -> locked.store(connection)
                        .compose(stored -> connection
                                .preparedQuery("delete from invitation where official_id = $1")
                                .execute(Tuple.of(official)))
                        .mapEmpty()));
    }

    private Future<Created> invite(SqlConnection connection, UUID official) {
        return invitations
                .invite(connection, official)
                .map(token -> new Created(official, "/medewerker/uitnodiging/" + token.link()));
    }

    private static Future<Void> appoint(SqlConnection connection, UUID id, NewOfficial official) {
        Future<Void> done = Future.succeededFuture();
        for (NewOfficial.Post post : official.posts()) {
            done = done.compose(before -> connection
                    .preparedQuery("""
                            insert into school_official (school_id, official_id, role, position)
                            select s.school_id, $1, $2,
                                   (select coalesce(max(p.position), 0) + 1
                                      from school_official p where p.school_id = s.school_id)
                              from school s
                             where s.slug = $3 and s.board_id = $4
                            """)
                    .execute(Tuple.of(id, post.role().wire(), post.school(), official.board()))
                    .compose(inserted -> appointed(inserted, post)));
        }
        return done;
    }

    private static Future<Void> appointed(RowSet<Row> inserted, NewOfficial.Post post) {
        return inserted.rowCount() == 1
                ? Future.succeededFuture()
                : Future.failedFuture(new AdministrationException("This board has no school '" + post.school() + "'."));
    }

    private Future<Void> audit(
            SqlConnection connection, UUID board, Optional<UUID> school, String action, UUID subject) {
        return audit.append(connection, new Audit.Entry(board, school, Optional.empty(), action, Optional.of(subject)));
    }

    private static <T> Future<T> refused(Throwable failure, String whenTaken) {
        if (failure instanceof PgException database) {
            if (UNIQUE_VIOLATION.equals(database.getSqlState())) {
                return Future.failedFuture(new AdministrationException(whenTaken));
            }
            if (FOREIGN_KEY_VIOLATION.equals(database.getSqlState())) {
                return Future.failedFuture(new AdministrationException("There is no such board."));
            }
        }
        return Future.failedFuture(failure);
    }
}
