package nl.wegwijzer.server;

import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import nl.wegwijzer.attachment.AttachmentLimits;
import nl.wegwijzer.attachment.Attachments;
import nl.wegwijzer.attachment.PictureIntake;
import nl.wegwijzer.attachment.PictureUpload;
import nl.wegwijzer.chat.ChatRoutes;
import nl.wegwijzer.chat.PictureRoutes;
import nl.wegwijzer.chat.ReporterAnswers;
import nl.wegwijzer.chat.ReporterPages;
import nl.wegwijzer.chat.ReporterQueue;
import nl.wegwijzer.chat.ReturnRoutes;
import nl.wegwijzer.chat.SealedConversation;
import nl.wegwijzer.chat.SealedReceipt;
import nl.wegwijzer.crowd.Crowd;
import nl.wegwijzer.crowd.CrowdLimits;
import nl.wegwijzer.crowd.Hurdles;
import nl.wegwijzer.reading.ReportReader;
import nl.wegwijzer.report.GuessThrottle;
import nl.wegwijzer.report.ReceiptWords;
import nl.wegwijzer.report.ReportDelivery;
import nl.wegwijzer.report.ReporterAccess;
import nl.wegwijzer.report.ReporterToken;
import nl.wegwijzer.school.SchoolDirectory;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.store.Database;
import nl.wegwijzer.store.SlowWork;

/** What reporters use, put together: the chat, the way back with a code, and pictures. */
final class ReporterSide {
    private static final int PICTURE_QUEUE = 6;

    private final Vertx vertx;
    private final Database database;
    private final SchoolDirectory directory;
    private final LiveSecrets secrets;
    private final FormSeal formSeal;
    private final ReporterPages pages;
    private final SlowWork slowWork;
    private final Clock clock;

    ReporterSide(
            Vertx vertx,
            Database database,
            SchoolDirectory directory,
            LiveSecrets secrets,
            FormSeal formSeal,
            ReporterPages pages,
            SlowWork slowWork,
            Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.directory = directory;
        this.secrets = secrets;
        this.formSeal = formSeal;
        this.pages = pages;
        this.slowWork = slowWork;
        this.clock = clock;
    }

    /**
     * Adds every route. Mount it after every other: a school's name may be any first part of a path.
     *
     * @param uploads folder in which a picture waits, sealed, until it is whole
     * @param staffLink where officials sign in; empty when reporters are not to know
     */
    void mount(Router router, ReportReader reader, CrowdLimits limits, Path uploads, Optional<String> staffLink) {
        SealedConversation sealedConversation = new SealedConversation(formSeal);
        ReporterQueue queue =
                new ReporterQueue(new Crowd(limits, clock), new Hurdles(formSeal, clock), sealedConversation, pages);
        ReceiptWords words = ReceiptWords.load();
        new ChatRoutes(
                        directory,
                        reader,
                        sealedConversation,
                        new SealedReceipt(formSeal),
                        new ReportDelivery(database, slowWork, words, secrets::pepper, clock),
                        queue,
                        pages,
                        staffLink,
                        clock)
                .mount(router);
        AttachmentLimits pictures = AttachmentLimits.standard();
        Attachments attachments = new Attachments(database, pictures, clock);
        ReporterAccess access = new ReporterAccess(database, slowWork, words, secrets::peppers, clock);
        ReporterToken tokens = new ReporterToken(formSeal);
        ReporterAnswers answers = new ReporterAnswers(access, attachments, tokens, pages, pictures.perReport());
        int pictureThreads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        new PictureRoutes(
                        vertx,
                        directory,
                        access,
                        tokens,
                        new PictureUpload(vertx, uploads, pictures),
                        new PictureIntake(
                                new SlowWork(vertx, "slow-pictures", pictureThreads, PICTURE_QUEUE), attachments),
                        answers,
                        pages)
                .mount(router);
        new ReturnRoutes(
                        vertx,
                        directory,
                        access,
                        tokens,
                        new GuessThrottle(Ticker.systemTicker()),
                        queue,
                        answers,
                        pages)
                .mount(router);
    }
}
