package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import nl.wegwijzer.seal.AssociatedData;
import nl.wegwijzer.seal.FormSeal;
import nl.wegwijzer.seal.UnsealException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that run while their secrets are rotated. */
class LiveSecretsTest {
    private static final AssociatedData PURPOSE = AssociatedData.of("proef");
    private static final byte[] STATE = {1, 2, 3};

    @TempDir
    private Path directory;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private Path file;
    private LiveSecrets node;
    private FormSeal pages;

    @BeforeEach
    void start() {
        file = directory.resolve("secrets.properties");
        node = LiveSecrets.load(file, nanos::get);
        pages = node.formSeal(Clock.systemUTC());
    }

    @Test
    void aPageThatAnotherNodeSealedWithANewKeyOpensAtOnce() {
        String onNew = rotateAndSealElsewhere();

        assertThat(pages.open(PURPOSE, onNew)).isEqualTo(STATE);
    }

    @Test
    void unknownKeysAreLookedForOnlyOnceASecond() {
        pages.open(PURPOSE, rotateAndSealElsewhere());
        String later = rotateAndSealElsewhere();

        nanos.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
        assertThatThrownBy(() -> pages.open(PURPOSE, later)).isInstanceOf(UnsealException.class);
        nanos.addAndGet(1);
        assertThat(pages.open(PURPOSE, later)).isEqualTo(STATE);
    }

    @Test
    void lookingMakesTheNewSecretsCurrentAndKeepsTheOldOnes() {
        String before = pages.seal(PURPOSE, STATE, Duration.ofHours(1));
        byte[] oldPepper = node.pepper();
        Secrets rotated = Secrets.load(file).withNewFormKey().withNewPepper();
        rotated.replace(file);

        assertThat(node.pepper()).isEqualTo(oldPepper);
        node.refresh();

        assertThat(node.pepper()).isEqualTo(rotated.pepper()).isNotEqualTo(oldPepper);
        assertThat(node.peppers()).hasSize(2).last().isEqualTo(oldPepper);
        assertThat(pages.open(PURPOSE, before)).isEqualTo(STATE);
        assertThat(rotated.formSeal(Clock.systemUTC()).open(PURPOSE, pages.seal(PURPOSE, STATE, Duration.ofHours(1))))
                .isEqualTo(STATE);
        assertThat(pages.seal(PURPOSE, STATE, Duration.ofHours(1)).substring(0, 6))
                .isNotEqualTo(before.substring(0, 6));
    }

    @Test
    void whatIsInUseIsNeverForgotten() throws IOException {
        byte[] pepper = node.pepper();
        String page = pages.seal(PURPOSE, STATE, Duration.ofHours(1));
        byte[] whole = Files.readAllBytes(file);

        Files.writeString(file, "");
        node.refresh();
        assertThat(node.pepper()).isEqualTo(pepper);

        Files.delete(file);
        node.refresh();
        assertThat(node.pepper()).isEqualTo(pepper);
        assertThat(file).as("made by starting only").doesNotExist();

        Secrets.load(file);
        node.refresh();
        assertThat(node.pepper()).isEqualTo(pepper);
        assertThat(pages.open(PURPOSE, page)).isEqualTo(STATE);

        Files.write(file, whole);
        Secrets.load(file).withNewPepper().replace(file);
        node.refresh();
        assertThat(node.pepper()).isNotEqualTo(pepper);
    }

    private String rotateAndSealElsewhere() {
        Secrets rotated = Secrets.load(file).withNewFormKey();
        rotated.replace(file);
        return rotated.formSeal(Clock.systemUTC()).seal(PURPOSE, STATE, Duration.ofHours(1));
    }
}
