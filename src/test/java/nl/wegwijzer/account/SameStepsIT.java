package nl.wegwijzer.account;

import static nl.wegwijzer.account.StaffSite.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wegwijzer.account.StaffSite.Person;
import nl.wegwijzer.routing.OfficialRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A name that exists and one that doesn't take the same steps: the same statements in the same transactions, the same slow
 * work, and an answer of the same form and length. The time itself is only looked at from afar.
 */
class SameStepsIT {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long ARGON2_BYTES = 64L * 1024 * 1024;
    private static final int RUNS = 15;

    private static StaffSite site;
    private static UUID board;
    private static String school;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        site = new StaffSite().start();
        board = site.board();
        school = site.school(board);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** All that can be told from an answer, and what was done for it. */
    private record Seen(int status, Map<String, List<String>> headers, String body, List<String> steps, long slow) {}

    @Test
    void aWrongPassphraseOrCodeAndAnUnknownNameTakeTheSameSteps() {
        Person known = known();
        String code = Totp.codeAt(known.totpSecret(), site.clock.instant());
        String path = "/medewerker/aanmelden";
        warmUp(path);

        Seen nobody = see(path, nobody(), Map.of("wachtzin", PASSPHRASE, "code", code));
        Seen passphrase = see(path, known.login(), Map.of("wachtzin", "een andere zin", "code", code));
        Seen wrongCode = see(path, known.login(), Map.of("wachtzin", PASSPHRASE, "code", "000000"));

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.steps()).isNotEmpty().contains("begin", "end");
        assertThat(nobody.slow()).as("runs of Argon2id").isOne();
        assertThat(passphrase).isEqualTo(nobody);
        assertThat(wrongCode).isEqualTo(nobody);
    }

    @Test
    void theFirstStepWithAPasskeyIsTheSameForEverybody() {
        Person known = known();
        String path = "/medewerker/aanmelden/passkey";
        warmUp(path);

        Seen nobody = see(path, nobody(), Map.of("wachtzin", PASSPHRASE));
        Seen wrong = see(path, known.login(), Map.of("wachtzin", "een andere zin"));
        Seen right = see(path, known.login(), Map.of("wachtzin", PASSPHRASE));

        for (Seen seen : List.of(nobody, wrong, right)) {
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.slow()).as("runs of Argon2id").isOne();
            assertThat(seen.steps()).isNotEmpty().isEqualTo(nobody.steps());
            assertThat(seen.headers().keySet()).isEqualTo(nobody.headers().keySet());
            assertThat(withoutNames(seen.body())).hasSameSizeAs(withoutNames(nobody.body()));
        }
    }

    /** The names of passkeys differ in length with every try, whether they exist or not: see OfferedPasskeysTest. */
    private static String withoutNames(String page) {
        assertThat(page).contains("data-passkey-options=\"");
        return page.replaceFirst("data-passkey-options=\"[^\"]*\"", "");
    }

    @Test
    void aWrongRecoveryCodeAndAnUnknownNameTakeTheSameSteps() {
        Person known = known();
        String path = "/medewerker/herstel";
        Browser.Page page = site.browser().get(path);
        Map<String, String> typed = Map.of(
                "bewijs",
                page.hidden("bewijs"),
                "herstelcode",
                "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH",
                "wachtzin",
                "een heel andere zin",
                "wachtzin2",
                "een heel andere zin",
                "code",
                Totp.codeAt(secretOn(page), site.clock.instant()));
        warmUp("/medewerker/aanmelden");

        Seen nobody = see(path, nobody(), typed);
        Seen wrong = see(path, known.login(), typed);

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.slow()).as("runs of Argon2id").isPositive();
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.steps()).isNotEmpty().isEqualTo(nobody.steps());
        assertThat(wrong.slow()).isEqualTo(nobody.slow());
        assertThat(wrong.headers()).isEqualTo(nobody.headers());
        assertThat(wrong.body().length()).isEqualTo(nobody.body().length());
    }

    @Test
    void aKnownAndAnUnknownNameTakeAboutTheSameTime() {
        Person known = known();
        String path = "/medewerker/aanmelden";
        Map<String, String> typed = Map.of("wachtzin", "een andere zin", "code", "000000");
        warmUp(path);
        long[] ofKnown = new long[RUNS];
        long[] ofNobody = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            ofKnown[run] = nanos(path, known.login(), typed);
            ofNobody[run] = nanos(path, nobody(), typed);
        }

        double ratio = (double) median(ofKnown) / median(ofNobody);
        System.out.printf(
                "sign-in of a known account: %.0f ms; of an unknown one: %.0f ms; ratio %.2f%n",
                median(ofKnown) / 1e6, median(ofNobody) / 1e6, ratio);
        assertThat(ratio).isBetween(0.5, 2.0);
    }

    private static byte[] secretOn(Browser.Page page) {
        Matcher secret = Pattern.compile("secret=([A-Z2-7]+)").matcher(page.body());
        assertThat(secret.find()).isTrue();
        return Base32.decode(secret.group(1));
    }

    private static Person known() {
        return site.person(board, "Sanne Bakker", OfficialRole.CONTACTPERSOON, school);
    }

    /** A name as long as the names of those who exist. */
    private static String nobody() {
        return "n" + UUID.randomUUID();
    }

    private void warmUp(String path) {
        send(path, nobody(), Map.of("wachtzin", PASSPHRASE, "code", "000000"));
    }

    private long nanos(String path, String login, Map<String, String> typed) {
        // else the gate makes the later tries wait
        site.clock.advance(Duration.ofMinutes(5));
        long begin = System.nanoTime();
        assertThat(send(path, login, typed).statusCode()).isEqualTo(401);
        return System.nanoTime() - begin;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private Seen see(String path, String login, Map<String, String> typed) {
        site.statements.since();
        long before = slowBytes();
        HttpResponse<String> answer = send(path, login, typed);
        long slow = Math.round((double) (slowBytes() - before) / ARGON2_BYTES);
        List<String> steps = site.statements.since();
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return new Seen(answer.statusCode(), headers, answer.body().replace(login, "NAAM"), steps, slow);
    }

    /** What the workers for slow work have asked for: each run of Argon2id fills its memory anew. */
    private static long slowBytes() {
        List<Long> workers = new ArrayList<>();
        for (long id : THREADS.getAllThreadIds()) {
            if (THREADS.getThreadInfo(id) != null
                    && THREADS.getThreadInfo(id).getThreadName().startsWith("slow-")) {
                workers.add(id);
            }
        }
        return workers.stream().mapToLong(THREADS::getThreadAllocatedBytes).sum();
    }

    private HttpResponse<String> send(String path, String login, Map<String, String> typed) {
        String body = "naam=" + encode(login) + "&"
                + typed.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(site.address() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Sec-Fetch-Site", "same-origin")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
