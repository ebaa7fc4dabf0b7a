package nl.wegwijzer.chat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import nl.wegwijzer.attachment.Attachment;
import nl.wegwijzer.attachment.PictureOutcome;
import nl.wegwijzer.attachment.Refusal;
import nl.wegwijzer.report.ReportContent;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.Category;

/** Puts the pictures of a report in words for the reporter. */
final class PictureWords {
    private final Texts texts;

    PictureWords(Texts texts) {
        this.texts = texts;
    }

    /**
     * Whether pictures may be asked for. Never when a sexual subject is even possible: nobody may be led to send a nude
     * (domain §7).
     */
    static boolean areWelcome(ReportContent story) {
        boolean read = story.readCategory() == Category.SEKSUEEL;
        boolean told = story.entries().stream().anyMatch(entry -> entry.values().contains(Category.SEKSUEEL.wire()));
        boolean signalled =
                story.alerts().contains(Alert.SEKSUEEL_GEWELD) || story.alerts().contains(Alert.SEXTORTION);
        return !read && !told && !signalled;
    }

    /**
     * Makes the part of the page about pictures.
     *
     * @param kept what the report has
     * @param said what was just sent
     * @param most how many a report may have
     */
    AnswersPage.Pictures page(ReportContent story, List<Attachment> kept, ReporterAnswers.Said said, int most) {
        boolean welcome = areWelcome(story);
        return new AnswersPage.Pictures(
                welcome,
                Math.max(0, most - kept.size()),
                kept.stream()
                        .map(picture -> texts.of("ui.foto.line", picture.number(), day(picture.writtenOn())))
                        .toList(),
                added(said.pictures()),
                !welcome ? List.of() : said.noPicture() ? List.of(texts.of("ui.foto.none")) : refused(said.pictures()));
    }

    private String added(List<PictureOutcome> outcomes) {
        long count =
                outcomes.stream().filter(PictureOutcome.Kept.class::isInstance).count();
        return count == 0 ? "" : count == 1 ? texts.of("ui.foto.added") : texts.of("ui.foto.added_more", count);
    }

    private List<String> refused(List<PictureOutcome> outcomes) {
        List<String> lines = new ArrayList<>();
        for (PictureOutcome outcome : outcomes) {
            if (outcome instanceof PictureOutcome.NotKept notKept) {
                String why = why(notKept.refusal());
                lines.add(outcomes.size() == 1 ? why : texts.of("ui.foto.which", notKept.number(), why));
            }
        }
        return lines;
    }

    private String why(Refusal refusal) {
        return texts.of("ui.foto.nee." + refusal.wire());
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", texts.locale()).format(day);
    }
}
