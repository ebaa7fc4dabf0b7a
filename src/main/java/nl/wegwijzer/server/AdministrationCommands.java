package nl.wegwijzer.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.wegwijzer.account.Administration;
import nl.wegwijzer.account.AdministrationException;
import nl.wegwijzer.account.NewOfficial;
import nl.wegwijzer.account.NewSchool;
import nl.wegwijzer.backup.BackupException;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.school.Sector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands of whoever sets the system up: a board, its schools, its people. */
final class AdministrationCommands {
    private AdministrationCommands() {}

    /** What the commands share: where the data is. */
    abstract static class Base implements Callable<Integer> {
        @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default ./wegwijzer-data).")
        private @Nullable Path data;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        CommandSpec spec;

        Settings settings() {
            Settings settings = Settings.of(System.getenv());
            return Optional.ofNullable(data).map(settings::withDataDirectory).orElse(settings);
        }

        void say(String line) {
            spec.commandLine().getOut().println(line);
        }

        abstract void run() throws Exception;

        @Override
        public Integer call() throws Exception {
            try {
                run();
                return 0;
            } catch (AdministrationException | BackupException refused) {
                spec.commandLine().getErr().println(refused.getMessage());
                return 1;
            }
        }

        void sayLink(Administration.Created created) {
            say("One-time sign-in link, valid for a week; hand it over in person:");
            say(settings().staffBase() + created.invitationPath());
        }
    }

    /** {@code board}. */
    @Command(name = "board", mixinStandardHelpOptions = true, description = "Creates a board and prints its id.")
    static final class Board extends Base {
        @Parameters(paramLabel = "NAME", description = "Name of the board.")
        @SuppressWarnings("NullAway.Init") // required, so set by picocli
        private String name;

        @Override
        void run() throws Exception {
            say(AdministrationSession.run(settings(), administration -> administration.createBoard(name))
                    .toString());
        }
    }

    /** {@code school}. */
    @Command(name = "school", mixinStandardHelpOptions = true, description = "Creates a school and prints its id.")
    @SuppressWarnings("NullAway.Init") // required options are set by picocli
    static final class School extends Base {
        @Option(names = "--board", required = true, paramLabel = "ID", description = "Id of its board.")
        private UUID board;

        @Option(names = "--address", required = true, paramLabel = "SLUG", description = "Its part of the address.")
        private String slug;

        @Option(names = "--name", required = true, description = "As pupils call it.")
        private String name;

        @Option(names = "--sector", required = true, description = "po, vo or mbo.")
        private Sector sector;

        @Option(names = "--place", defaultValue = "", description = "Town.")
        private String place;

        @Option(names = "--complaints", defaultValue = "", description = "Where its klachtenregeling is found.")
        private String complaints;

        @Override
        void run() throws Exception {
            NewSchool school = new NewSchool(board, slug, name, place, sector, complaints);
            say(AdministrationSession.run(settings(), administration -> administration.createSchool(school))
                    .toString());
        }
    }

    /** {@code official}. */
    @Command(
            name = "official",
            mixinStandardHelpOptions = true,
            description = "Creates an official and prints a one-time sign-in link.")
    @SuppressWarnings("NullAway.Init") // required options are set by picocli
    static final class Official extends Base {
        @Option(names = "--board", required = true, paramLabel = "ID", description = "Id of the board.")
        private UUID board;

        @Option(names = "--login", required = true, description = "Name to sign in with.")
        private String login;

        @Option(names = "--name", required = true, description = "First name and surname.")
        private String name;

        @Option(names = "--about", defaultValue = "", description = "One sentence in their own words.")
        private String about;

        @Option(
                names = "--role",
                paramLabel = "SCHOOL=ROLE",
                description = "A role at a school, e.g. het-kompas=contactpersoon; repeat for more. Roles:"
                        + " aanspreekpunt, contactpersoon, externe.")
        private List<String> roles = new ArrayList<>();

        @Option(names = "--administrator", description = "Manages people; opens no report.")
        private boolean administrator;

        @Override
        void run() throws Exception {
            List<NewOfficial.Post> posts = roles.stream().map(this::post).toList();
            NewOfficial official = new NewOfficial(board, login, name, about, "", posts, administrator);
            sayLink(AdministrationSession.run(settings(), administration -> administration.createOfficial(official)));
        }

        private NewOfficial.Post post(String text) {
            String[] parts = text.split("=", 2);
            Optional<OfficialRole> role =
                    parts.length == 2 ? OfficialRole.ofWire(parts[1].toLowerCase(Locale.ROOT)) : Optional.empty();
            return new NewOfficial.Post(
                    parts[0],
                    role.orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "--role wants SCHOOL=ROLE, e.g. het-kompas=contactpersoon")));
        }
    }

    /** {@code invite}. */
    @Command(
            name = "invite",
            mixinStandardHelpOptions = true,
            description = "Prints a new one-time sign-in link for an official who lost everything. Their old keys are"
                    + " replaced: cases that nobody else can open stay closed.")
    static final class Invite extends Base {
        @Parameters(paramLabel = "LOGIN", description = "Name to sign in with.")
        @SuppressWarnings("NullAway.Init") // required, so set by picocli
        private String login;

        @Override
        void run() throws Exception {
            sayLink(AdministrationSession.run(settings(), administration -> administration.inviteAgain(login)));
        }
    }
}
