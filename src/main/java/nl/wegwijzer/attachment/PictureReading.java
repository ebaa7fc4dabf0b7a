package nl.wegwijzer.attachment;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import nl.wegwijzer.seal.ContentKey;
import nl.wegwijzer.seal.UnsealException;
import nl.wegwijzer.store.Database;

/** Opens kept pictures, a few chunks at a time. Who asks must have checked that the reader may see the report. */
public final class PictureReading {
    private static final int CHUNKS_AT_ONCE = 8;

    private final Database database;

    /** Takes its collaborators. */
    public PictureReading(Database database) {
        this.database = database;
    }

    /**
     * Opens the beginning of a picture, so that one that can't be opened is known before anything is sent.
     *
     * @return fails with {@link UnsealException} when a chunk was changed, moved or taken away
     */
    public Future<Opened> open(ContentKey key, Attachment picture) {
        return chunks(key, picture, 0).map(first -> new Opened(key, picture, first));
    }

    /** A picture of which the beginning is at hand. */
    public final class Opened {
        private final ContentKey key;
        private final Attachment picture;
        private final Buffer first;

        private Opened(ContentKey key, Attachment picture, Buffer first) {
            this.key = key;
            this.picture = picture;
            this.first = first;
        }

        /** Returns which picture it is. */
        public Attachment picture() {
            return picture;
        }

        /**
         * Writes all of it and ends the stream.
         *
         * @return fails with {@link UnsealException} when a later chunk does not open; what was written stays incomplete
         */
        public Future<Void> sendTo(WriteStream<Buffer> out) {
            return out.write(first).compose(written -> sendFrom(CHUNKS_AT_ONCE, out));
        }

        private Future<Void> sendFrom(int number, WriteStream<Buffer> out) {
            return number >= picture.chunks()
                    ? out.end()
                    : chunks(key, picture, number)
                            .compose(out::write)
                            .compose(written -> sendFrom(number + CHUNKS_AT_ONCE, out));
        }
    }

    private Future<Buffer> chunks(ContentKey key, Attachment picture, int from) {
        int until = Math.min(picture.chunks(), from + CHUNKS_AT_ONCE);
        return database.inSchool(picture.school(), connection -> connection
                        .preparedQuery("""
                                select chunk_number, sealed
                                  from attachment_chunk
                                 where school_id = $1 and report_id = $2 and attachment_id = $3
                                   and chunk_number >= $4 and chunk_number < $5
                                 order by chunk_number
                                """)
                        .execute(Tuple.of(picture.school(), picture.report(), picture.id(), from, until)))
                .map(rows -> decrypt(key, picture, from, until, rows));
    }

    private static Buffer decrypt(ContentKey key, Attachment picture, int from, int until, RowSet<Row> rows) {
        if (rows.size() != until - from) {
            throw new UnsealException("a chunk of a picture is missing");
        }
        Buffer content = Buffer.buffer();
        int number = from;
        for (Row row : rows) {
            boolean last = number == picture.chunks() - 1;
            content.appendBytes(key.decrypt(
                    AttachmentPlaces.chunk(picture.school(), picture.report(), picture.id(), number, last),
                    row.getBuffer("sealed").getBytes()));
            number++;
        }
        return content;
    }
}
