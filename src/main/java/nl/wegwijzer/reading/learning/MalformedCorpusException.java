package nl.wegwijzer.reading.learning;

import java.io.IOException;
import java.nio.file.Path;

/** A corpus file has a line that cannot be read. The text of the line is not part of the message. */
public final class MalformedCorpusException extends IOException {

    /** Names the place and what is wrong there. */
    public MalformedCorpusException(Path file, int line, String problem) {
        super(file.getFileName() + ":" + line + ": " + problem);
    }
}
