package nl.wegwijzer.server;

import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code rotate}: a fresh secret of the deployment, beside the old ones. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = "Draws a fresh secret and makes it current. Old ones stay in the secrets file: open pages and"
                + " codes that pupils wrote down keep working. Running nodes that read this file follow within a few"
                + " seconds; a node with a copy of its own needs the new file at once. Make a new copy of the"
                + " secrets file too. Of two at once the second waits, so that nothing gets lost.")
final class RotateCommand extends AdministrationCommands.Base {
    @Option(names = "--form-key", description = "The key that seals conversations into pages.")
    private boolean formKey;

    @Option(
            names = "--pepper",
            description = "The pepper of receipts. Each old one makes a wrong code cost one derivation more.")
    private boolean pepper;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait while another command changes the file (default ${DEFAULT-VALUE}).")
    private int patience;

    @Override
    void run() {
        if (!formKey && !pepper) {
            throw new ParameterException(spec.commandLine(), "Say what to rotate: --form-key, --pepper or both.");
        }
        Path file = settings().secretsFile();
        Secrets secrets;
        try (SecretsLock alone = SecretsLock.take(file, Duration.ofSeconds(patience))) {
            secrets = renewed(Secrets.load(file));
            secrets.replace(file);
        }
        if (formKey) {
            say("Form key " + secrets.currentFormKey() + " is current.");
        }
        if (pepper) {
            say("Pepper " + secrets.currentPepper() + " is current.");
        }
        say("Nodes that read this file follow by themselves. Copy it to where its copies are kept.");
    }

    private Secrets renewed(Secrets secrets) {
        Secrets renewed = formKey ? secrets.withNewFormKey() : secrets;
        return pepper ? renewed.withNewPepper() : renewed;
    }
}
