package nl.wegwijzer.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a node's pages without script, for measuring: reads of a page only what the next form needs. */
final class PlainPhone {
    private static final Pattern QUESTION = Pattern.compile("data-vraag=\"([a-z_]+)\"");
    private static final Pattern CONVERSATION = Pattern.compile("name=\"gesprek\" value=\"([^\"]+)\"");
    private static final Pattern CHOICE = Pattern.compile("<button[^>]* name=\"antwoord\" value=\"([^\"]+)\"");
    private static final String STORY = "Ze lachen me elke dag uit op het plein en ze verstoppen mijn gymtas.";
    private static final Map<String, String> ANSWERS = Map.of(
            "wie", "leerling", "verhaal", "verder", "soort", "pesten", "wie_doet_dit", "leerling", "naam", "anoniem");
    private static final int MOST_TURNS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final String base;

    PlainPhone(HttpClient client, String base) {
        this.client = client;
        this.base = base;
    }

    /** A page of the chat: what is asked, the sealed conversation and the first answer that leads on. */
    record Asked(String question, String conversation, String choice) {
        @Override
        public String toString() {
            return "Asked[redacted]";
        }
    }

    /** Walks from the start of a school's chat to a question. */
    Asked walk(String school, String question) throws IOException, InterruptedException {
        Asked now = asked(
                send(HttpRequest.newBuilder(URI.create(base + "/" + school)).GET())
                        .body());
        for (int turn = 0; turn < MOST_TURNS && !now.question().equals(question); turn++) {
            now = asked(turn(school, now).body());
        }
        if (!now.question().equals(question)) {
            throw new StartupException("The chat never came to " + question + ".");
        }
        return now;
    }

    /** Answers what is asked. */
    HttpResponse<String> turn(String school, Asked now) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("gesprek", now.conversation());
        form.put("antwoord", now.choice());
        form.put("tekst", now.question().equals("verhaal") ? STORY : "");
        return post("/" + school + "/gesprek", form);
    }

    /** Posts a form. */
    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header("Accept", "text/html")
                        .header("Accept-Language", "nl")
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Asked asked(String page) {
        String question = first(QUESTION, page).orElseThrow(() -> new StartupException("The chat asks nothing."));
        String choice = Optional.ofNullable(ANSWERS.get(question))
                .or(() -> CHOICE.matcher(page)
                        .results()
                        .map(found -> found.group(1))
                        .filter(value -> !value.equals("terug") && !value.equals("stop") && !value.contains(":"))
                        .findFirst())
                .orElseThrow(() -> new StartupException("No way on at " + question + "."));
        return new Asked(
                question,
                first(CONVERSATION, page).orElseThrow(() -> new StartupException("The page carries nothing.")),
                choice);
    }

    private static Optional<String> first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
