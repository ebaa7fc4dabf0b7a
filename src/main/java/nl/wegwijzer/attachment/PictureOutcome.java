package nl.wegwijzer.attachment;

/** What became of one file of a form. */
public sealed interface PictureOutcome {

    /** It is kept, and the readers of the report can see it. */
    record Kept() implements PictureOutcome {}

    /**
     * It is not kept.
     *
     * @param number which file of the form it was, from 1
     * @param refusal why not
     */
    record NotKept(int number, Refusal refusal) implements PictureOutcome {}
}
