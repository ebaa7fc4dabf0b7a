package nl.wegwijzer.attachment;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A form with files that has come in whole.
 *
 * @param fields by name
 * @param files in the order in which they were sent; file inputs that were left empty are not among them
 * @param cleanUp takes away what is on disk; to be called when the files are done with, whatever came of them
 */
public record UploadedForm(Map<String, String> fields, List<File> files, Supplier<Future<Void>> cleanUp) {

    /** Takes defensive copies. */
    public UploadedForm {
        fields = Map.copyOf(fields);
        files = List.copyOf(files);
    }

    /** One file. */
    sealed interface File permits Received, Refused {}

    /** A file that came in, sealed on disk. */
    record Received(StagedPicture picture) implements File {}

    /** A file of which nothing was kept. */
    record Refused(Refusal refusal) implements File {}

    /** Returns a field, empty when it was not sent. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "UploadedForm[redacted]";
    }
}
