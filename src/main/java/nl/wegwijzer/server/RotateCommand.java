package nl.wegwijzer.server;

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
                + " secrets file too.")
final class RotateCommand extends AdministrationCommands.Base {
    @Option(names = "--form-key", description = "The key that seals conversations into pages.")
    private boolean formKey;

    @Option(
            names = "--pepper",
            description = "The pepper of receipts. Each old one makes a wrong code cost one derivation more.")
    private boolean pepper;

    @Override
    void run() {
        if (!formKey && !pepper) {
            throw new ParameterException(spec.commandLine(), "Say what to rotate: --form-key, --pepper or both.");
        }
        Settings settings = settings();
        Secrets secrets = Secrets.load(settings.secretsFile());
        if (formKey) {
            secrets = secrets.withNewFormKey();
        }
        if (pepper) {
            secrets = secrets.withNewPepper();
        }
        secrets.replace(settings.secretsFile());
        if (formKey) {
            say("Form key " + secrets.currentFormKey() + " is current.");
        }
        if (pepper) {
            say("Pepper " + secrets.currentPepper() + " is current.");
        }
        say("Nodes that read this file follow by themselves. Copy it to where its copies are kept.");
    }
}
