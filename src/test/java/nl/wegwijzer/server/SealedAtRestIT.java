package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dumps the whole database, and reads its files on disk, in search of anything that somebody told. */
class SealedAtRestIT {
    private static final String STORY = "zoekmijnverhaalnietaa";
    private static final String NAME = "Zoekmijnnaam Nietbb";
    private static final String REPLY = "zoekmijnantwoordnietcc";
    private static final String ANSWER = "zoekmijntweedeberichtnietdd";

    private final TestNode node = TestNode.shared();

    @Test
    void nothingThatWasToldStandsReadableInTheDatabaseOrOnDisk() throws SQLException, IOException {
        String code = new Reporter(node.address(), "het-kompas")
                .tells(STORY + " ze schelden me elke dag uit")
                .answers("soort", "pesten")
                .answers("naam", "naam")
                .types("naam", NAME)
                .sends();
        Official sem = Official.signIn(node.address(), "sem").openCaseAbout(STORY);
        assertThat(sem.browser().text()).contains(NAME);
        sem.browser().submitTo(sem.browser().path() + "/antwoord", Map.of("tekst", REPLY));
        Browser back = new Browser(node.address())
                .open("/het-kompas/terug")
                .submitTo("/het-kompas/terug", Map.of("code", code));
        back.submitTo("/het-kompas/terug", Map.of("tekst", ANSWER));
        assertThat(back.text()).contains(REPLY).contains(ANSWER);

        List<String> secrets = new ArrayList<>(List.of(STORY, "Zoekmijnnaam", "Nietbb", REPLY, ANSWER));
        secrets.add(code);
        secrets.addAll(List.of(code.split(" · ")));

        WrittenThings written = new WrittenThings(node);
        String dump = written.dump();
        assertThat(dump).contains("het-kompas").hasSizeGreaterThan(10_000);
        for (String secret : secrets) {
            assertThat(dump).as("the dump").doesNotContainIgnoringCase(secret);
            assertThat(dump).as("the dump's binary columns").doesNotContainIgnoringCase(WrittenThings.hex(secret));
        }
        assertThat(written.filesWith(secrets)).isEmpty();
        assertThat(written.filesWith(List.of("het-kompas")))
                .as("the search itself works")
                .isNotEmpty();
    }
}
