package nl.wegwijzer.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a multipart form while it streams in (RFC 7578), holding no more than one part's headers or one field. Each part
 * is told as soon as it is there, so that a field in front of the files can decide whether they are wanted; the web
 * framework's own decoder tells fields only after the last file.
 */
final class MultipartReader {
    private static final int MOST_HEADER_BYTES = 8 * 1024;
    private static final int LONGEST_BOUNDARY = 70;
    private static final int LONGEST_CONTENT_TYPE = 300;
    private static final int MOST_PARTS = 60;
    private static final byte[] HEADERS_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)^multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]+)\"|([^\";,\\s]+)).*$");
    private static final Pattern DISPOSITION =
            Pattern.compile("(?im)^content-disposition:[ \\t]*form-data[ \\t]*(;[^\\r\\n]*)$");
    private static final Pattern NAME = Pattern.compile("(?i);[ \\t]*name=(?:\"([^\"]*)\"|([^\";\\s]+))");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);[ \\t]*filename\\*?=(\"\"[ \\t]*(?:;|$))?");

    /** What is found in a form, in order. */
    interface Parts {
        /** A field, whole. */
        void field(String name, String value);

        /**
         * A file begins.
         *
         * @param chosen whether it has a name; an empty file input is sent as a file without one
         */
        void fileBegins(String name, boolean chosen);

        /** The next bytes of the file; the array is the receiver's to keep. */
        void fileData(byte[] data);

        /** The file is complete. */
        void fileEnds();
    }

    private enum State {
        BEFORE,
        AFTER_BOUNDARY,
        HEADERS,
        FIELD,
        FILE,
        DONE
    }

    private final byte[] delimiter;
    private final int longestField;
    private final Parts parts;
    private State state = State.BEFORE;
    private byte[] pending = {'\r', '\n'};
    private String fieldName = "";
    private int partsSeen;

    /**
     * Begins a form.
     *
     * @param longestField bytes of the longest field that is taken
     */
    MultipartReader(String boundary, int longestField, Parts parts) {
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.longestField = longestField;
        this.parts = parts;
    }

    /** Finds the boundary in a content type; empty when it is no multipart form. */
    static Optional<String> boundary(String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (contentType.length() > LONGEST_CONTENT_TYPE || !matcher.matches()) {
            return Optional.empty();
        }
        String boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(boundary).filter(found -> found.length() <= LONGEST_BOUNDARY);
    }

    /**
     * Takes the next bytes.
     *
     * @throws MalformedFormException when they can't be part of a form of ours
     */
    void accept(byte[] data) {
        byte[] before = pending;
        pending = Arrays.copyOf(before, before.length + data.length);
        System.arraycopy(data, 0, pending, before.length, data.length);
        while (step()) {
            // each step takes something off the pending bytes or changes the state
        }
    }

    /**
     * The body has ended.
     *
     * @throws MalformedFormException when the form has not
     */
    void end() {
        if (state != State.DONE) {
            throw new MalformedFormException("the form breaks off");
        }
    }

    private boolean step() {
        return switch (state) {
            case BEFORE -> skipToBoundary();
            case AFTER_BOUNDARY -> afterBoundary();
            case HEADERS -> headers();
            case FIELD -> fieldValue();
            case FILE -> fileContent();
            case DONE -> {
                pending = new byte[0];
                yield false;
            }
        };
    }

    private boolean skipToBoundary() {
        int at = find(pending, delimiter);
        if (at < 0) {
            drop(Math.max(0, pending.length - delimiter.length + 1));
            return false;
        }
        drop(at + delimiter.length);
        state = State.AFTER_BOUNDARY;
        return true;
    }

    private boolean afterBoundary() {
        if (pending.length < 2) {
            return false;
        }
        if (pending[0] == '-' && pending[1] == '-') {
            state = State.DONE;
        } else if (pending[0] == '\r' && pending[1] == '\n') {
            state = State.HEADERS;
            partsSeen++;
            if (partsSeen > MOST_PARTS) {
                throw new MalformedFormException("more parts than a form of ours has");
            }
        } else {
            throw new MalformedFormException("a boundary goes on");
        }
        drop(2);
        return true;
    }

    private boolean headers() {
        int end = find(pending, HEADERS_END);
        if (end < 0 ? pending.length > MOST_HEADER_BYTES : end > MOST_HEADER_BYTES) {
            throw new MalformedFormException("a part's headers are too long");
        }
        if (end < 0) {
            return false;
        }
        String headers = new String(pending, 0, end, StandardCharsets.UTF_8);
        drop(end + HEADERS_END.length);
        Matcher disposition = DISPOSITION.matcher(headers.replace("\r\n", "\n"));
        if (!disposition.find()) {
            throw new MalformedFormException("a part says nothing of itself");
        }
        begin(disposition.group(1));
        return true;
    }

    private void begin(String parameters) {
        Matcher name = NAME.matcher(parameters);
        if (!name.find()) {
            throw new MalformedFormException("a part has no name");
        }
        fieldName = (name.group(1) == null ? name.group(2) : name.group(1)).toLowerCase(Locale.ROOT);
        Matcher fileName = FILE_NAME.matcher(parameters);
        if (fileName.find()) {
            state = State.FILE;
            parts.fileBegins(fieldName, fileName.group(1) == null);
        } else {
            state = State.FIELD;
        }
    }

    private boolean fieldValue() {
        int end = find(pending, delimiter);
        if ((end < 0 ? pending.length - delimiter.length : end) > longestField) {
            throw new MalformedFormException("a field is too long");
        }
        if (end < 0) {
            return false;
        }
        parts.field(fieldName, new String(pending, 0, end, StandardCharsets.UTF_8));
        drop(end + delimiter.length);
        state = State.AFTER_BOUNDARY;
        return true;
    }

    private boolean fileContent() {
        int end = find(pending, delimiter);
        int ready = end < 0 ? pending.length - delimiter.length + 1 : end;
        if (ready > 0) {
            parts.fileData(Arrays.copyOf(pending, ready));
            drop(ready);
        }
        if (end < 0) {
            return false;
        }
        drop(delimiter.length);
        parts.fileEnds();
        state = State.AFTER_BOUNDARY;
        return true;
    }

    private void drop(int count) {
        pending = Arrays.copyOfRange(pending, count, pending.length);
    }

    private static int find(byte[] data, byte[] wanted) {
        for (int at = 0; at <= data.length - wanted.length; at++) {
            if (data[at] == wanted[0] && Arrays.equals(data, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
