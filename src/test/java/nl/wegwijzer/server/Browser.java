package nl.wegwijzer.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without script: it fetches pages, keeps cookies, fills in forms and presses buttons. */
final class Browser {
    private final HttpClient client;
    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private HttpResponse<String> last;
    private Document page;

    Browser(String base) {
        this.base = base;
        this.client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Browser open(String path) {
        return take(send(request(path).GET().build()));
    }

    /** Presses the button with this value in the form that has it, with what else the form holds. */
    Browser press(String value, Map<String, String> typed) {
        Element button =
                page.select("button[name=antwoord][value=" + value + "]").first();
        if (button == null) {
            throw new AssertionError("no button " + value + " on " + title() + ": " + question());
        }
        Element form = button.closest("form");
        return submit(form, form.attr("action"), List.of(Map.entry("antwoord", value)), typed);
    }

    Browser press(String value) {
        return press(value, Map.of());
    }

    /** Sends the first form of the page that posts to this path, or that has a button which does. */
    Browser submitTo(String action, Map<String, String> typed) {
        Element form = page.select("form[action^=" + action + "]").first();
        if (form != null) {
            return submit(form, form.attr("action"), List.of(), typed);
        }
        Element button = page.select("button[form][formaction^=" + action + "]").first();
        if (button == null) {
            throw new AssertionError("no form to " + action + " on " + title());
        }
        Element itsForm = page.select("form#" + button.attr("form")).first();
        return submit(itsForm, button.attr("formaction"), List.of(), typed);
    }

    private Browser submit(
            Element form, String action, List<Map.Entry<String, String>> pressed, Map<String, String> typed) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (Element input : form.select("input[type=hidden], textarea, input[type=text], input[type=password]")) {
            String name = input.attr("name");
            if (!name.isEmpty() && !typed.containsKey(name)) {
                fields.add(Map.entry(name, input.tagName().equals("textarea") ? input.wholeText() : input.val()));
            }
        }
        for (Element box : form.select("input[type=checkbox][checked], input[type=radio][checked]")) {
            fields.add(Map.entry(box.attr("name"), box.val()));
        }
        fields.addAll(typed.entrySet());
        fields.addAll(pressed);
        return post(action, fields);
    }

    /** Posts a form as it is. */
    Browser post(String path, List<Map.Entry<String, String>> fields) {
        String body = fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return take(send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request.timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html")
                .header("Accept-Language", "nl")
                .header("Origin", base)
                .header("Sec-Fetch-Site", "same-origin");
    }

    /** Sends a request and remembers its cookies, as Chromium does on this machine's own addresses. */
    HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            for (String header : response.headers().allValues("Set-Cookie")) {
                HttpCookie.parse(header).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Browser take(HttpResponse<String> answer) {
        HttpResponse<String> response = answer;
        while (response.statusCode() == 303) {
            String location = response.headers().firstValue("Location").orElseThrow();
            response = send(request(location).GET().build());
        }
        last = response;
        page = Jsoup.parse(response.body(), base);
        return this;
    }

    int status() {
        return last.statusCode();
    }

    String header(String name) {
        return last.headers().firstValue(name).orElse("");
    }

    String path() {
        return last.uri().getPath();
    }

    String body() {
        return last.body();
    }

    Document page() {
        return page;
    }

    String text() {
        return page.body().text();
    }

    String title() {
        return page.title() + " (" + last.statusCode() + " " + last.uri() + ")";
    }

    /** The name of the question that is asked now, empty when none is. */
    String question() {
        Element form = page.select("form[data-vraag]").first();
        return form == null ? "" : form.attr("data-vraag");
    }

    String hidden(String name) {
        Element field = page.select("input[type=hidden][name=" + name + "]").first();
        return field == null ? "" : field.val();
    }

    String code() {
        Element code = page.select("[data-code]").first();
        return code == null ? "" : code.text();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
