package nl.wegwijzer.server;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Any request on any route: an answer in time, never a failure of ours, never a word about our insides. Fields that start
 * slow work (a code, a passphrase) are left out: there a wrong try waits on purpose.
 */
class RoutesFuzzIT {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final String[] PATHS = {
        "/",
        "/het-kompas",
        "/het-kompas/gesprek",
        "/het-kompas/terug",
        "/het-kompas/terug/foto",
        "/snel/weg",
        "/demo",
        "/s/x/js/chat.js",
        "/medewerker",
        "/medewerker/aanmelden",
        "/medewerker/welkom",
        "/medewerker/herstel",
        "/medewerker/account",
        "/medewerker/school",
        "/medewerker/school/bewaren",
        "/medewerker/melding/a/b",
        "/medewerker/melding/00000000-0000-4000-8000-000000000001/00000000-0000-4000-8000-000000000002/antwoord",
        "/medewerker/melding/00000000-0000-4000-8000-000000000001/00000000-0000-4000-8000-000000000002/meelezen",
        "/gezond/klaar",
    };
    private static final String[] FIELDS = {
        "gesprek", "antwoord", "tekst", "sleutel", "blijk", "bewijs", "opgelost", "taal"
    };
    private static final String[] VALUES = {
        "verder", "terug", "versturen", "hervat", "stop", "weet_niet", "wijzig:verhaal", "taal:en", "leerling", "pesten"
    };
    private static final String[] TYPES = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json",
        "multipart/form-data"
    };

    private static final String[] DESK_PATHS = {
        "",
        "/antwoord",
        "/status",
        "/toegang",
        "/uitstel",
        "/meelezen",
        "/bijlage/x",
        "/school",
        "/school/afwezig",
        "/school/bewaren",
        "/account",
        "/account/wachtzin",
        "/account/sleutels",
        "/uitnodiging/x",
        "/melding/a/b"
    };
    private static final String[] DESK_FIELDS = {
        "tekst", "status", "reden", "wie", "collega", "zeker", "van", "tot", "school", "naam", "code", "sleutel"
    };

    private static String[] conversations = new String[0];
    private static Desk desk;

    /** The guided search takes a request to another machine for a hole; these go to the node under test. */
    private static String address() {
        BugDetectors.allowNetworkConnections((host, port) -> host.equals("localhost") || host.equals("127.0.0.1"));
        TestNode node = TestNode.shared();
        if (conversations.length == 0) {
            conversations = new String[] {
                new Browser(node.address()).open("/het-kompas").hidden("gesprek"),
                reporter(node).until("verhaal").browser().hidden("gesprek"),
                reporter(node).until("niet_gewenst").browser().hidden("gesprek"),
                reporter(node).until("controle").browser().hidden("gesprek"),
            };
        }
        return node.address();
    }

    private static Reporter reporter(TestNode node) {
        return new Reporter(node.address(), "het-kompas");
    }

    /** Whole requests, with paths, queries, headers and forms bent. */
    @FuzzTest(maxDuration = "30s")
    void answersAnyRequest(FuzzedDataProvider data) throws IOException {
        URI address = URI.create(address());
        String path = data.pickValue(PATHS) + (data.consumeBoolean() ? "" : line(data.consumeString(40)));
        String query = data.consumeBoolean() ? "" : "?" + data.pickValue(FIELDS) + "=" + line(data.consumeString(30));
        boolean post = data.consumeBoolean();
        String type = data.consumeInt(0, 9) == 0 ? data.pickValue(TYPES) : TYPES[0];
        String language = line(data.consumeString(8));
        byte[] body = post ? body(data) : new byte[0];
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(((post ? "POST " : "GET ") + path + query + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n"
                        + "Accept-Language: " + language + "\r\nConnection: close\r\n"
                        + (post ? "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n" : "")
                        + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);

        check(path + query, exchange(address, request.toByteArray()));
    }

    /** The same by somebody who is signed in, with a report of their own and a form token that is right. */
    @FuzzTest(maxDuration = "30s")
    void answersAnyRequestOfAnOfficial(FuzzedDataProvider data) throws IOException {
        URI address = URI.create(address());
        Desk at = desk(address.toString());
        String path = (data.consumeBoolean() ? at.report() : "/medewerker") + data.pickValue(DESK_PATHS);
        StringBuilder form = new StringBuilder("bewijs=" + encoded(at.formToken()));
        for (int fields = data.consumeInt(0, 4); fields > 0; fields--) {
            form.append('&').append(data.pickValue(DESK_FIELDS)).append('=').append(encoded(data.consumeString(40)));
        }
        boolean post = data.consumeBoolean();
        String request = (post ? "POST " : "GET ") + path + (post ? "" : "?" + form) + " HTTP/1.1\r\nHost: x\r\n"
                + "Accept: text/html\r\nSec-Fetch-Site: same-origin\r\nCookie: " + at.cookie() + "\r\n"
                + "Connection: close\r\n"
                + (post
                        ? "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                                + "\r\n\r\n" + form
                        : "\r\n");

        check(path, exchange(address, request.getBytes(StandardCharsets.US_ASCII)));
    }

    private record Desk(String cookie, String formToken, String report) {}

    private static Desk desk(String address) {
        if (desk == null) {
            new Reporter(address, "het-kompas").sends();
            Browser browser = Official.signIn(address, "sem").inbox().browser();
            String report = browser.page()
                    .select("a[href^=/medewerker/melding/]")
                    .first()
                    .attr("href");
            browser.open(report);
            desk = new Desk(
                    browser.request("/").build().headers().firstValue("Cookie").orElseThrow(),
                    browser.hidden("bewijs"),
                    report);
        }
        return desk;
    }

    /** Turns of a real conversation with any answers and any text. */
    @FuzzTest(maxDuration = "30s")
    void goesOnWhateverIsAnswered(FuzzedDataProvider data) throws IOException {
        URI address = URI.create(address());
        StringBuilder form = new StringBuilder("gesprek=" + data.pickValue(conversations));
        for (int answers = data.consumeInt(0, 3); answers > 0; answers--) {
            String value = data.consumeBoolean() ? data.pickValue(VALUES) : data.consumeString(20);
            // sending takes slow work, and is what the other tests are for
            form.append("&antwoord=").append(encoded(value.contains("versturen") ? "verder" : value));
        }
        form.append("&tekst=").append(encoded(data.consumeRemainingAsString()));
        String turn = "POST /het-kompas/gesprek HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form;

        String answer = exchange(address, turn.getBytes(StandardCharsets.US_ASCII));

        check("/het-kompas/gesprek", answer);
        if (!answer.startsWith("HTTP/1.1 200 ")) {
            throw new AssertionError(
                    "a turn of our own was not taken: " + answer.lines().findFirst());
        }
    }

    private static byte[] body(FuzzedDataProvider data) {
        if (data.consumeInt(0, 9) == 0) {
            return data.consumeRemainingAsBytes();
        }
        StringBuilder form = new StringBuilder();
        for (int fields = data.consumeInt(0, 5); fields > 0; fields--) {
            String name = data.pickValue(FIELDS);
            String value = name.equals("gesprek") && data.consumeBoolean()
                    ? data.pickValue(conversations)
                    : data.consumeBoolean() ? data.pickValue(VALUES) : data.consumeString(60);
            form.append(name)
                    .append('=')
                    .append(data.consumeBoolean() ? encoded(value) : value)
                    .append('&');
        }
        return form.toString().replace("versturen", "verder").getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A line of a request ends where we say. */
    private static String line(String text) {
        return text.replaceAll("[\r\n ]", "_");
    }

    private static String exchange(URI address, byte[] request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void check(String path, String answer) {
        if (!answer.matches("(?s)HTTP/1.[01] [2-4][0-9][0-9] .*")) {
            throw new AssertionError(
                    path + " answered " + answer.lines().findFirst().orElse("nothing"));
        }
        for (String inside : new String[] {"Exception", "\tat ", "nl.wegwijzer", "io.vertx", "PSQL"}) {
            if (answer.contains(inside)) {
                throw new AssertionError(path + " tells of " + inside);
            }
        }
    }
}
