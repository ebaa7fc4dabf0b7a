package nl.wegwijzer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * Holds the list of dependencies against the jar. Which libraries are in the jar shows by their files: the class path of
 * the tests has every library apart, and one whose files are all in the jar was put in it.
 */
class DependenciesIT {
    private static final Path LIST = Path.of("src/main/resources/dependencies.md");
    private static final Pattern ROW =
            Pattern.compile("\\| ([a-z0-9._-]+:[A-Za-z0-9._-]+) \\| (\\S+) \\| ([^|]+\\S) \\| ([^|]+\\S) \\|");

    @Test
    void theJarHoldsWhatIsOnTheListAndNothingElse() throws IOException {
        Set<String> jar = files(CommandLineIT.JAR);
        Map<String, Set<String>> shaded = new TreeMap<>();
        for (Path library : libraries()) {
            Set<String> files = files(library);
            if (!files.isEmpty() && jar.containsAll(files)) {
                shaded.put(name(library), files);
            }
        }

        assertThat(shaded.keySet()).isEqualTo(listed());

        Set<String> unexplained = new TreeSet<>(jar);
        shaded.values().forEach(unexplained::removeAll);
        assertThat(unexplained)
                .as("classes that come from no library on the list")
                .filteredOn(file -> file.endsWith(".class"))
                .allMatch(file -> file.startsWith("nl/wegwijzer/") || file.startsWith("gg/jte/generated/"));
    }

    @Test
    void everyLineSaysUnderWhichLicenceAndWhy() throws IOException {
        List<String> rows = Files.readAllLines(LIST).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| library"))
                .toList();

        assertThat(rows).isNotEmpty().allMatch(row -> ROW.matcher(row).matches());
        assertThat(listed()).hasSameSizeAs(rows);
    }

    private static Set<String> listed() throws IOException {
        return ROW.matcher(Files.readString(LIST))
                .results()
                .map(row -> row.group(1) + ":" + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(entry -> !entry.toAbsolutePath().equals(CommandLineIT.JAR.toAbsolutePath()))
                .toList();
    }

    /** A library lies at group/artifact/version/file in the local repository, whose place nobody tells. */
    private static String name(Path library) throws IOException {
        Path version = library.getParent();
        Path artifact = version.getParent();
        String tail = ":" + artifact.getFileName() + ":" + version.getFileName();
        String path = artifact.getParent().toString().replace(File.separatorChar, '.');
        return listed().stream()
                .filter(known -> known.endsWith(tail) && path.endsWith(known.substring(0, known.indexOf(':'))))
                .findFirst()
                .orElse(path + tail);
    }

    /** What a library brings, apart from descriptions that are merged or left out. */
    private static Set<String> files(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> !name.startsWith("META-INF/") && !name.equals("module-info.class"))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
