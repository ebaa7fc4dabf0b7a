package nl.wegwijzer.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.wegwijzer.account.Totp;
import nl.wegwijzer.crowd.CrowdLimits;

/**
 * Measures a node as its users meet it, over HTTP and with its real database: turns of the chat, sending a report,
 * signing in, and turns while twenty officials sign in at once. Everything is printed beside a turn of the same run.
 */
final class LoadBench {
    private static final String SCHOOL = "het-kompas";
    private static final int WARM_UP = 200;
    private static final int TURNS = 600;
    private static final int REPORTS_WARM_UP = 10;
    private static final int REPORTS = 50;
    private static final int SIGN_IN_ROUNDS = 5;
    private static final int AT_ONCE = 20;
    private static final int WAVES = 3;

    private final PrintWriter out;
    private final Node node;
    private final ForwardClock clock;
    private final PlainPhone phone;

    private LoadBench(PrintWriter out, Node node, ForwardClock clock) {
        this.out = out;
        this.node = node;
        this.clock = clock;
        this.phone = phone(node);
    }

    /** Measures and prints. */
    static void run(PrintWriter out) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(Path.of("").toAbsolutePath(), "wegwijzer-bench-");
        ForwardClock clock = new ForwardClock();
        Settings settings = Settings.of(Map.of())
                .withDataDirectory(data)
                .withPort(0)
                .withManagementPort(0)
                .withDemo();
        try (Node node = Node.start(settings, clock, Limits.standard().with(CrowdLimits.roomy()))) {
            new LoadBench(out, node, clock).run();
        } finally {
            remove(data);
        }
    }

    private void run() throws IOException, InterruptedException {
        out.printf(
                Locale.ROOT,
                "processors: %d, load average before: %.1f%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        out.printf("%-36s %10s %10s %10s %8s%n", "", "median ms", "p95 ms", "worst ms", "turns");
        PlainPhone.Asked story = phone.walk(SCHOOL, "verhaal");
        turns(story, WARM_UP);
        Times turns = turns(story, TURNS);
        print("a turn (the story is read)", turns, turns);
        print("sending a report (target 150 ms)", reports(), turns);
        print("signing in (target 1000 ms)", signIns(), turns);
        Times calm = turns(story, TURNS);
        print("a turn, once more", calm, turns);
        List<Times> under = new ArrayList<>();
        for (int wave = 0; wave < WAVES; wave++) {
            under.add(turnsWhileManySignIn(story));
        }
        Times busy = Times.together(under);
        print("a turn while " + AT_ONCE + " sign in at once", busy, turns);
        out.printf(
                Locale.ROOT,
                "turns while %d sign in at once, against without: median x %.2f, worst x %.2f (%d turns)%n",
                AT_ONCE,
                busy.median() / calm.median(),
                busy.worst() / calm.worst(),
                busy.count());
        out.flush();
    }

    private void print(String what, Times times, Times baseline) {
        out.printf(
                Locale.ROOT,
                "%-36s %10.1f %10.1f %10.1f %8.1f%n",
                what,
                times.median(),
                times.part(0.95),
                times.worst(),
                times.median() / baseline.median());
        out.flush();
    }

    private Times turns(PlainPhone.Asked story, int count) throws IOException, InterruptedException {
        int[] left = {count};
        return turns(story, () -> left[0]-- > 0);
    }

    private Times turns(PlainPhone.Asked story, BooleanSupplier goOn) throws IOException, InterruptedException {
        Times times = new Times();
        while (goOn.getAsBoolean()) {
            long began = System.nanoTime();
            HttpResponse<String> answer = phone.turn(SCHOOL, story);
            times.add(System.nanoTime() - began);
            expect(200, answer);
        }
        return times;
    }

    private Times reports() throws IOException, InterruptedException {
        Times times = new Times();
        for (int report = -REPORTS_WARM_UP; report < REPORTS; report++) {
            PlainPhone.Asked review = phone.walk(SCHOOL, "controle");
            Map<String, String> form = Map.of("gesprek", review.conversation(), "antwoord", "versturen");
            long began = System.nanoTime();
            HttpResponse<String> answer = phone.post("/" + SCHOOL + "/gesprek", form);
            long took = System.nanoTime() - began;
            expect(200, answer);
            if (!answer.body().contains("data-code")) {
                throw new StartupException("A report was not taken.");
            }
            if (report >= 0) {
                times.add(took);
            }
        }
        return times;
    }

    private Times signIns() throws IOException, InterruptedException {
        Times times = new Times();
        for (int round = -1; round < SIGN_IN_ROUNDS; round++) {
            clock.toNextCode();
            for (DemoBoard.SignInCard card : DemoBoard.signIns()) {
                long began = System.nanoTime();
                HttpResponse<String> answer = signIn(phone, card);
                long took = System.nanoTime() - began;
                expect(303, answer);
                if (round >= 0) {
                    times.add(took);
                }
            }
        }
        return times;
    }

    private HttpResponse<String> signIn(PlainPhone at, DemoBoard.SignInCard card)
            throws IOException, InterruptedException {
        return at.post(
                "/medewerker/aanmelden",
                Map.of(
                        "naam",
                        card.login(),
                        "wachtzin",
                        card.passphrase(),
                        "code",
                        Totp.codeAt(card.totpSecret(), clock.instant())));
    }

    /** There are fewer officials than sign-ins: those whose code was used already are refused after the same work. */
    private Times turnsWhileManySignIn(PlainPhone.Asked story) throws IOException, InterruptedException {
        clock.toNextCode();
        List<DemoBoard.SignInCard> cards = DemoBoard.signIns();
        ExecutorService officials = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<Void>> signingIn = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                DemoBoard.SignInCard card = cards.get(i % cards.size());
                signingIn.add(CompletableFuture.runAsync(() -> signInUnwatched(card), officials));
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(signingIn.toArray(new CompletableFuture<?>[0]));
            Times times = turns(story, () -> !all.isDone());
            all.join();
            return times;
        } finally {
            officials.shutdownNow();
        }
    }

    private void signInUnwatched(DemoBoard.SignInCard card) {
        try {
            signIn(phone(node), card);
        } catch (IOException e) {
            throw new StartupException("A sign-in got no answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PlainPhone phone(Node node) {
        return new PlainPhone(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), node.address());
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new StartupException("Answered " + answer.statusCode() + " where " + status + " was expected.");
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
