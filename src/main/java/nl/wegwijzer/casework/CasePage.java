package nl.wegwijzer.casework;

import java.util.List;
import java.util.Optional;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * One report as a conversation, with what the official can do. A reply posts {@code tekst} to {@code replyAction}, a
 * new status posts {@code status} to {@code statusAction}; both carry {@code bewijs}.
 *
 * @param title category in words, the page's heading
 * @param urgency how soon someone must look
 * @param urgencyLabel the same in words
 * @param school name of the school
 * @param reporter who tells, in words ("Leerling, zonder naam")
 * @param contact name and contact if the reporter gave them, else empty
 * @param received day in words
 * @param answerBefore day in words, empty when it was answered
 * @param late whether that day has passed
 * @param banners notices and alerts, the most pressing first
 * @param story what was asked and answered
 * @param messages what was said since, oldest first
 * @param pictures that the reporter added, in order; none while the case can't be opened
 * @param statuses all statuses in order; exactly one is current
 * @param route why it came to this person
 * @param access who can read it, and who lost access
 * @param sharing whom this reader can let read along
 * @param keeping how long it is kept
 * @param replyAction path for the reply
 * @param statusAction path for the status
 * @param formToken value of the hidden field {@code bewijs}
 * @param submission value of the hidden field {@code inzending}, with which a reply is stored once
 * @param typed text to put back in the text area after a problem
 * @param maxLength of the text area in characters
 * @param problem a friendly word when the last action failed
 */
public record CasePage(
        String title,
        Urgency urgency,
        String urgencyLabel,
        String school,
        String reporter,
        String contact,
        String received,
        String answerBefore,
        boolean late,
        List<Banner> banners,
        List<Line> story,
        List<Message> messages,
        List<Picture> pictures,
        List<StatusChoice> statuses,
        Route route,
        Access access,
        Sharing sharing,
        Keeping keeping,
        String replyAction,
        String statusAction,
        String formToken,
        String submission,
        String typed,
        int maxLength,
        Optional<String> problem) {

    /** Takes defensive copies. */
    public CasePage {
        banners = List.copyOf(banners);
        story = List.copyOf(story);
        messages = List.copyOf(messages);
        pictures = List.copyOf(pictures);
        statuses = List.copyOf(statuses);
    }

    /** How a banner looks: something must be done now, or something is good to know. */
    public enum Tone {
        URGENT,
        CALM
    }

    /**
     * A notice or an alert.
     *
     * @param title one line
     * @param steps what to do, in order; may be empty
     * @param note what is good to know besides, may be empty
     */
    public record Banner(Tone tone, String title, List<String> steps, String note) {
        /** A banner without a note. */
        Banner(Tone tone, String title, List<String> steps) {
            this(tone, title, steps, "");
        }

        /** Takes a defensive copy. */
        public Banner {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A question and its answer.
     *
     * @param question in short words
     * @param paragraphs the answer, one paragraph each
     */
    public record Line(String question, List<String> paragraphs) {
        /** Takes a defensive copy. */
        public Line {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * A picture that the reporter added.
     *
     * @param href where it is shown
     * @param label its name in words ("Foto 1")
     * @param day in words
     */
    public record Picture(String href, String label, String day) {}

    /** Who speaks, seen from the official. */
    public enum Speaker {
        OFFICIAL,
        REPORTER,
        SYSTEM
    }

    /**
     * One message after the report.
     *
     * @param number position, stable
     * @param author in words ("Jij", "De melder", a colleague's name)
     * @param day in words
     * @param fresh whether this official had not seen it before
     * @param paragraphs plain text, one paragraph each
     */
    public record Message(
            int number, Speaker speaker, String author, String day, boolean fresh, List<String> paragraphs) {
        /** Takes a defensive copy. */
        public Message {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * A status to choose.
     *
     * @param value wire value for the button {@code status}
     * @param sure what to ask before it is chosen, empty when it is easily undone
     * @param current whether the case has it now
     */
    public record StatusChoice(String value, String label, String sure, boolean current) {}

    /**
     * Why this route.
     *
     * @param reason in plain words
     * @param read what the models made of it, and the label that came second; empty when the story cannot be read
     * @param words the words that weighed most
     */
    public record Route(String reason, String read, List<String> words) {
        /** Takes a defensive copy. */
        public Route {
            words = List.copyOf(words);
        }
    }

    /**
     * Who can read this case. Giving access again posts {@code collega} to {@code action}, with {@code bewijs}.
     *
     * @param readers in one sentence
     * @param lockedOut colleagues who have the case but lost their keys; empty when the reader can't help
     * @param action path to post to
     */
    public record Access(String readers, List<LockedOut> lockedOut, String action) {
        /** Takes a defensive copy. */
        public Access {
            lockedOut = List.copyOf(lockedOut);
        }
    }

    /**
     * Letting a colleague read along posts {@code collega} to {@code action}, with {@code bewijs}.
     *
     * @param colleagues to choose from; empty when there is nobody, or the reader can't help
     * @param action path to post to
     */
    public record Sharing(List<Candidate> colleagues, String action) {
        /** Takes a defensive copy. */
        public Sharing {
            colleagues = List.copyOf(colleagues);
        }
    }

    /**
     * A colleague who could read along.
     *
     * @param id value of the button {@code collega}
     * @param label name and role
     * @param sure what to know before choosing, one sentence each
     * @param go label of the button
     */
    public record Candidate(String id, String label, List<String> sure, String go) {
        /** Takes a defensive copy. */
        public Candidate {
            sure = List.copyOf(sure);
        }
    }

    /**
     * How long it is kept. Asking for more time posts {@code reden} to {@code action}, with {@code bewijs}.
     *
     * @param line in one sentence; empty while there is nothing to say
     * @param explain what asking for more time does; empty when that is not possible
     * @param reasons to choose from
     * @param action path to post to
     */
    public record Keeping(String line, String explain, List<Reason> reasons, String action) {
        /** Takes a defensive copy. */
        public Keeping {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A reason for more time.
     *
     * @param value wire value for the button {@code reden}
     */
    public record Reason(String value, String label) {}

    /**
     * A colleague who lost their keys.
     *
     * @param id value of the button {@code collega}
     * @param label of the button, with the name
     */
    public record LockedOut(String id, String label) {}

    @Override
    public String toString() {
        return "CasePage[redacted]";
    }
}
