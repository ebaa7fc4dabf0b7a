package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deployment's secrets are replaced, between two starts and while a node runs, while a pupil is typing and another keeps a code. */
class RotationIT {
    private static final String SCHOOL = "het-kompas";

    @Test
    void openPagesAndWrittenDownCodesOutliveNewSecrets(@TempDir Path directory) {
        Path data = directory.resolve("data");
        Reporter halfway;
        String oldCode;
        int port;
        try (Node node = start(data, 0)) {
            port = URI.create(node.address()).getPort();
            oldCode = send(node, "voorafeen ze schelden me elke dag uit");
            halfway = new Reporter(node.address(), SCHOOL)
                    .tells("halverwegeeen ze schelden me elke dag uit")
                    .answers("soort", "pesten")
                    .until("verhaal");
            assertThat(formKey(halfway.browser().hidden("gesprek"))).isEqualTo(1);
        }
        assertThat(Wegwijzer.commandLine().execute("rotate", "--form-key", "--pepper", "--data", data.toString()))
                .isZero();

        try (Node node = start(data, port)) {
            assertThat(halfway.sends()).isNotEmpty();
            assertThat(comeBack(node, oldCode)).contains("voorafeen");
            String newCode = send(node, "daarnaeen ze schelden me elke dag uit");
            assertThat(comeBack(node, newCode)).contains("daarnaeen");
            assertThat(formKey(new Reporter(node.address(), SCHOOL)
                            .until("verhaal")
                            .browser()
                            .hidden("gesprek")))
                    .isEqualTo(2);
            assertThat(Official.signIn(node.address(), "sem").hasCaseAbout("voorafeen"))
                    .isTrue();
        }
    }

    @Test
    void aRunningNodeTakesNewSecretsWithoutARestart(@TempDir Path directory) throws InterruptedException {
        Path data = directory.resolve("data");
        try (Node node = start(data, 0)) {
            String oldCode = send(node, "ervooreen ze schelden me elke dag uit");
            Reporter halfway = new Reporter(node.address(), SCHOOL)
                    .tells("tussenineen ze schelden me elke dag uit")
                    .answers("soort", "pesten")
                    .until("verhaal");
            assertThat(Wegwijzer.commandLine().execute("rotate", "--form-key", "--pepper", "--data", data.toString()))
                    .isZero();

            for (int i = 0; i < 100 && currentFormKey(node) == 1; i++) {
                Thread.sleep(100);
            }

            assertThat(currentFormKey(node)).isEqualTo(2);
            assertThat(halfway.sends()).isNotEmpty();
            assertThat(comeBack(node, oldCode)).contains("ervooreen");
            String newCode = send(node, "ernaeen ze schelden me elke dag uit");
            assertThat(comeBack(node, newCode)).contains("ernaeen");
            assertThat(Official.signIn(node.address(), "sem").hasCaseAbout("ernaeen"))
                    .isTrue();
        }
    }

    private static int currentFormKey(Node node) {
        return formKey(
                new Reporter(node.address(), SCHOOL).until("verhaal").browser().hidden("gesprek"));
    }

    private static Node start(Path data, int port) {
        return Node.start(Settings.of(Map.of())
                .withDataDirectory(data)
                .withPort(port)
                .withManagementPort(0)
                .withDemo());
    }

    private static String send(Node node, String story) {
        return new Reporter(node.address(), SCHOOL)
                .tells(story)
                .answers("soort", "pesten")
                .sends();
    }

    private static String comeBack(Node node, String code) {
        return new Browser(node.address())
                .open("/" + SCHOOL + "/terug")
                .submitTo("/" + SCHOOL + "/terug", Map.of("code", code))
                .text();
    }

    /** The number of the key under which a conversation is sealed stands in front of it. */
    private static int formKey(String sealed) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed)).getInt();
    }
}
