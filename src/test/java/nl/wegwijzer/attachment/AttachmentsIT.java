package nl.wegwijzer.attachment;

import static nl.wegwijzer.account.StaffSite.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.wegwijzer.report.ReporterKey;
import nl.wegwijzer.seal.ContentKey;
import nl.wegwijzer.seal.Randomness;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.server.TestDatabase;
import nl.wegwijzer.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures in a real database: kept once, bounded, and sealed so that no chunk can be changed, moved or left out. */
class AttachmentsIT {
    private static final int SEVERAL_CHUNKS = 3 * 64 * 1024 + 500;

    private final Vertx vertx = Vertx.vertx();
    private final Database database = TestDatabase.shared().database(vertx);
    private final Attachments attachments = attachments(AttachmentLimits.standard());
    private final PictureReading reading = new PictureReading(database);

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    private Attachments attachments(AttachmentLimits limits) {
        return new Attachments(database, limits, Clock.systemUTC());
    }

    private ReporterKey report(UUID school) throws SQLException {
        UUID report = UUID.randomUUID();
        owner("""
                insert into report (school_id, report_id, submission_id, lookup_id, reporter_public_key, reporter_key,
                        category, read_category, urgency, accused, reporter, anonymous, status, routing_reason,
                        received_on, open_before)
                values (?, ?, ?, ?, '', '', 'pesten', 'pesten', 'normaal', 'leerling', 'leerling', true, 'nieuw',
                        'tabel', current_date, current_date)
                """, school, report, UUID.randomUUID(), Randomness.bytes(16));
        return new ReporterKey(school, report, ContentKey.generate());
    }

    private static UUID school() throws SQLException {
        UUID board = UUID.randomUUID();
        UUID school = UUID.randomUUID();
        owner("insert into board (board_id, name) values (?, 'x')", board);
        owner(
                "insert into school (school_id, board_id, slug, name, sector) values (?, ?, ?, 'x', 'vo')",
                school,
                board,
                "s-" + school);
        return school;
    }

    private static int owner(String sql, Object... values) throws SQLException {
        try (Connection connection = TestDatabase.shared().owner();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static byte[] content(int length, int seed) {
        byte[] content = new byte[length];
        new Random(seed).nextBytes(content);
        return content;
    }

    private static SealedPicture sealed(ReporterKey key, byte[] content) {
        ChunkSealing sealing = new ChunkSealing(key, content);
        sealing.write(content, 0, content.length);
        return sealing.finish();
    }

    private Optional<Refusal> keep(ReporterKey key, byte[] content) {
        return await(attachments.keep(key, sealed(key, content)));
    }

    private Attachment only(ReporterKey key) {
        return await(attachments.list(key.school(), key.report())).get(0);
    }

    private byte[] read(ReporterKey key, Attachment picture) {
        Collected collected = new Collected();
        await(reading.open(key.key(), picture).compose(opened -> opened.sendTo(collected)));
        return collected.all.getBytes();
    }

    private void doesNotOpen(ReporterKey key) {
        assertThatThrownBy(() -> read(key, only(key))).hasCauseInstanceOf(UnsealException.class);
    }

    @Test
    void givesBackWhatWasKeptWhateverItsLength() throws SQLException {
        UUID school = school();
        for (int length : new int[] {1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 12 * 64 * 1024, SEVERAL_CHUNKS}) {
            ReporterKey key = report(school);
            assertThat(keep(key, content(length, length))).isEmpty();
            assertThat(read(key, only(key))).isEqualTo(content(length, length));
            assertThat(only(key).size()).isEqualTo(length);
        }
    }

    @Test
    void keepsTheSamePictureOnce() throws SQLException {
        ReporterKey key = report(school());

        assertThat(keep(key, content(1000, 1))).isEmpty();
        assertThat(keep(key, content(1000, 1))).isEmpty();

        assertThat(await(attachments.list(key.school(), key.report()))).hasSize(1);
    }

    @Test
    void givesTheSamePictureAnotherIdInAnotherReport() throws SQLException {
        UUID school = school();
        ReporterKey one = report(school);
        ReporterKey other = report(school);

        assertThat(sealed(one, content(10, 1)).id())
                .isEqualTo(sealed(one, content(10, 1)).id())
                .isNotEqualTo(sealed(other, content(10, 1)).id());
    }

    @Test
    void keepsNothingForAReportThatWasErasedWhileThePictureWasOnItsWay() throws SQLException {
        ReporterKey key = report(school());
        owner(
                "update report set erased_on = current_date, reporter_key = null, reporter_public_key = null"
                        + " where report_id = ?",
                key.report());

        assertThat(keep(key, content(1000, 1))).contains(Refusal.GEWIST);
        assertThat(await(attachments.list(key.school(), key.report()))).isEmpty();
    }

    @Test
    void refusesAnEleventhPicture() throws SQLException {
        ReporterKey key = report(school());
        for (int i = 0; i < 10; i++) {
            assertThat(keep(key, content(100, i))).isEmpty();
        }

        assertThat(keep(key, content(100, 10))).contains(Refusal.TE_VEEL);
        assertThat(keep(key, content(100, 3))).as("one that is kept already").isEmpty();
        assertThat(await(attachments.list(key.school(), key.report())))
                .extracting(Attachment::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void refusesWhenTheSchoolsShareIsFullAndKeepsWhatThereIs() throws SQLException {
        Attachments small = attachments(AttachmentLimits.standard().withSchoolBytes(250));
        UUID school = school();
        ReporterKey key = report(school);
        ReporterKey other = report(school);
        assertThat(await(small.keep(key, sealed(key, content(100, 1))))).isEmpty();
        assertThat(await(small.keep(other, sealed(other, content(100, 2))))).isEmpty();

        assertThat(await(small.keep(key, sealed(key, content(100, 3))))).contains(Refusal.GEEN_RUIMTE);
        assertThat(await(small.keep(key, sealed(key, content(50, 4))))).isEmpty();

        assertThat(await(small.list(school, key.report()))).hasSize(2);
        assertThat(read(key, only(key))).isEqualTo(content(100, 1));
        ReporterKey elsewhere = report(school());
        assertThat(await(small.keep(elsewhere, sealed(elsewhere, content(100, 5)))))
                .isEmpty();
    }

    @Test
    void noticesAChangedChunk() throws SQLException {
        ReporterKey key = report(school());
        keep(key, content(SEVERAL_CHUNKS, 1));

        assertThat(owner(
                        "update attachment_chunk set sealed = set_byte(sealed, 500, get_byte(sealed, 500) # 1)"
                                + " where report_id = ? and chunk_number = 2",
                        key.report()))
                .isEqualTo(1);

        doesNotOpen(key);
    }

    @Test
    void noticesChunksThatChangedPlaces() throws SQLException {
        ReporterKey key = report(school());
        keep(key, content(SEVERAL_CHUNKS, 1));

        owner("""
                update attachment_chunk a set sealed = b.sealed from attachment_chunk b
                 where a.report_id = ? and b.report_id = a.report_id
                   and a.chunk_number < 2 and b.chunk_number = 1 - a.chunk_number
                """, key.report());

        doesNotOpen(key);
    }

    @Test
    void noticesAMissingChunkAndAPictureThatWasCutShort() throws SQLException {
        UUID school = school();
        ReporterKey missing = report(school);
        keep(missing, content(SEVERAL_CHUNKS, 1));
        owner("delete from attachment_chunk where report_id = ? and chunk_number = 1", missing.report());
        doesNotOpen(missing);

        ReporterKey cut = report(school);
        keep(cut, content(SEVERAL_CHUNKS, 1));
        owner("delete from attachment_chunk where report_id = ? and chunk_number = 3", cut.report());
        owner("update attachment set size = ? where report_id = ?", 3 * 64 * 1024, cut.report());
        doesNotOpen(cut);
    }

    @Test
    void noticesAPictureOfAnotherReportOrAnotherPictureOfTheSame() throws SQLException {
        UUID school = school();
        ReporterKey key = report(school);
        keep(key, content(100, 1));
        keep(key, content(100, 2));
        owner("""
                update attachment_chunk a set sealed = b.sealed from attachment_chunk b
                 where a.report_id = ? and b.report_id = a.report_id and a.attachment_id <> b.attachment_id
                """, key.report());
        doesNotOpen(key);

        ReporterKey other = report(school);
        keep(other, content(100, 1));
        assertThatThrownBy(() -> read(key, only(other))).hasCauseInstanceOf(UnsealException.class);
    }

    @Test
    void saysBeforeAnythingIsSentThatAPictureDoesNotOpen() throws SQLException {
        ReporterKey key = report(school());
        keep(key, content(100, 1));

        assertThatThrownBy(() -> await(reading.open(ContentKey.generate(), only(key))))
                .hasCauseInstanceOf(UnsealException.class);
    }

    @Test
    void showsNothingOfASchoolThatWasNotNamed() throws SQLException {
        ReporterKey key = report(school());
        keep(key, content(100, 1));
        UUID elsewhere = school();

        for (String table : List.of("attachment", "attachment_chunk")) {
            String all = "select count(*) from " + table;
            assertThat(await(database.inNoSchool(
                                    connection -> connection.query(all).execute()))
                            .iterator()
                            .next()
                            .getLong(0))
                    .isZero();
            assertThat(await(database.inSchool(
                                    elsewhere,
                                    connection -> connection.query(all).execute()))
                            .iterator()
                            .next()
                            .getLong(0))
                    .isZero();
        }
    }

    @Test
    void holdsNothingOfThePictureInTheClear() throws SQLException {
        ReporterKey key = report(school());
        byte[] content = "zoekdezefotonietgg".repeat(5000).getBytes(StandardCharsets.UTF_8);

        for (byte[] chunk : sealed(key, content).chunks()) {
            assertThat(new String(chunk, StandardCharsets.ISO_8859_1)).doesNotContain("zoekdezefoto");
        }
    }

    /** Collects what is written. */
    private static final class Collected implements WriteStream<Buffer> {
        private final Buffer all = Buffer.buffer();
        private final List<Boolean> ended = new ArrayList<>();

        @Override
        public Future<Void> write(Buffer data) {
            all.appendBuffer(data);
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> end() {
            ended.add(true);
            return Future.succeededFuture();
        }

        @Override
        public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
            return this;
        }

        @Override
        public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
            return this;
        }

        @Override
        public boolean writeQueueFull() {
            return false;
        }

        @Override
        public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
            return this;
        }
    }
}
