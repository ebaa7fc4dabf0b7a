package nl.wegwijzer.reading.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.wegwijzer.reading.OpenNlpReportReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped reader on texts that it never learned from: a guard, a little below what the report says. */
class KeptApartTest {

    private static final RightPerson ONLY_THE_SAME = (told, read, accused) -> told == read;

    private final OpenNlpReportReader reader = OpenNlpReportReader.load();

    @TempDir
    private Path folder;

    @Test
    void readsTheTextsOfTestersNearlyAsWellAsTheReportSays() throws IOException {
        KeptApart all =
                KeptApart.run(Path.of("nlp-models"), reader, ONLY_THE_SAME).get(0);

        assertThat(all.texts()).isGreaterThan(2_400);
        assertThat(all.macroF1()).isGreaterThan(0.89);
        assertThat(all.weakest()).isGreaterThan(0.80);
        assertThat(all.accused()).isGreaterThan(0.88);
        assertThat(all.alarms().found()).isGreaterThan(0.96);
        assertThat(all.alarms().falseAlarms()).isLessThan(0.05);
        assertThat(all.clear().found()).isGreaterThan(0.97);
        assertThat(all.clear().falseAlarms()).isLessThan(0.03);
        assertThat(all.clear().harmless()).isBetween(1_600, all.alarms().harmless() - 50);
    }

    @Test
    void countsWhatIsRightAndWhatIsNot() throws IOException {
        Files.createDirectories(folder.resolve(KeptApart.FOLDER));
        Files.writeString(folder.resolve("kept-apart/t.tsv"), """
                category\taccused\talert\tlanguage\ttext
                vernieling_diefstal\tleerling\tgeen\tnl\ta kid from my class stole my bike
                klacht\tleerling\tzelfdoding\tnl\tik wil niet meer leven
                """);

        List<KeptApart> lines = KeptApart.run(folder, reader, ONLY_THE_SAME);

        assertThat(lines).extracting(KeptApart::name).containsExactly("all", "not looked at", "t");
        KeptApart all = lines.get(0);
        assertThat(all.category()).isEqualTo(0.5);
        assertThat(all.macroF1()).isEqualTo(0.5);
        assertThat(all.weakest()).isZero();
        assertThat(all.alarms().dangerous()).isEqualTo(1);
        assertThat(all.alarms().found()).isEqualTo(1);
        assertThat(all.alarms().falseAlarms()).isZero();
    }

    @Test
    void leavesOutTextsAboutWhichReadersDoubtWhereTheyMustAgree() throws IOException {
        Files.createDirectories(folder.resolve(KeptApart.FOLDER));
        Files.writeString(folder.resolve("kept-apart/t.tsv"), """
                category\taccused\talert\tlanguage\ttext
                welzijn\tonbekend\tgeen?\tnl\tik wil niet meer leven
                pesten\tleerling\tgeen\tnl\tze lachen om mijn jas
                """);

        KeptApart all = KeptApart.run(folder, reader, ONLY_THE_SAME).get(0);

        assertThat(all.alarms()).isEqualTo(new KeptApart.Alarms(0, 0, 2, 0.5));
        assertThat(all.clear()).isEqualTo(new KeptApart.Alarms(0, 0, 1, 0));
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        Files.createDirectories(folder.resolve(KeptApart.FOLDER));
        Files.writeString(
                folder.resolve("kept-apart/t.tsv"), "category\taccused\talert\tlanguage\ttext\nklacht\thoi\n");

        assertThatThrownBy(() -> KeptApart.run(folder, reader, ONLY_THE_SAME))
                .isInstanceOf(MalformedCorpusException.class)
                .hasMessage("t.tsv:2: five columns are needed");
    }
}
