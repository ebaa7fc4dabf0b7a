package nl.wegwijzer.reading.learning;

import nl.wegwijzer.reading.model.Danger;
import nl.wegwijzer.taxonomy.Accused;
import nl.wegwijzer.taxonomy.Category;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.Urgency;

/**
 * One labelled utterance of the corpus.
 *
 * @param category what it is about
 * @param accused who did it, as far as the text shows
 * @param accusedDoubted whether a second reader saw someone else as the one who did it
 * @param urgency how soon someone must look
 * @param danger the crisis card that it calls for
 * @param dangerDoubted whether a reader doubted about the danger
 * @param reporter who tells
 * @param language what it is written in
 * @param author the writer of the text; never straddles a fold when a writer is left out
 * @param text the utterance
 */
public record Example(
        Category category,
        Accused accused,
        boolean accusedDoubted,
        Urgency urgency,
        Danger danger,
        boolean dangerDoubted,
        ReporterKind reporter,
        Language language,
        String author,
        String text) {}
