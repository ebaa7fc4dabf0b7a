package nl.wegwijzer.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import nl.wegwijzer.crowd.CrowdLimits;

/**
 * A real node on a real PostgreSQL with the demo board, started once for all integration tests of a run. Tests share it
 * and keep out of each other's way by telling different stories.
 */
public final class TestNode {
    private static final TestNode SHARED = new TestNode();

    private final Path data;
    private final Node node;

    private TestNode() {
        try {
            data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "node-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // all tests together are busier than any school
        node = Node.start(
                settings(data),
                Clock.system(Node.SCHOOL_TIME),
                Limits.standard().with(CrowdLimits.roomy()));
        Runtime.getRuntime().addShutdownHook(new Thread(node::close));
    }

    /** Settings of a node of one's own with the demo board. */
    static Settings settings(Path data) {
        return Settings.of(Map.of())
                .withDataDirectory(data)
                .withPort(0)
                .withManagementPort(0)
                .withDemo();
    }

    /** Returns the shared node, starting it at the first call. */
    public static TestNode shared() {
        return SHARED;
    }

    /** Address of the pages, without a slash at the end. */
    public String address() {
        return node.address();
    }

    /** Address of health and metrics. */
    public String managementAddress() {
        return node.managementAddress();
    }

    /** The data directory, with the database's own files in it. */
    public Path data() {
        return data;
    }

    Node node() {
        return node;
    }
}
