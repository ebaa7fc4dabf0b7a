package nl.wegwijzer.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Debian's Chromium, installed when it is missing and we may. */
final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Opens a phone of 360 by 740. */
    BrowserContext phone(boolean script) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setLocale("nl-NL")
                // axe would measure the contrast of a bubble that is still fading in
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(script));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static synchronized Path executable() {
        return installed().orElseGet(() -> {
            install();
            return installed()
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "The browser tests need Chromium: install Debian's package 'chromium' and run them again."));
        });
    }

    private static java.util.Optional<Path> installed() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    private static void install() {
        for (String command :
                List.of("apt-get update -qq", "apt-get install -y -qq --no-install-recommends chromium")) {
            try {
                ProcessBuilder apt = new ProcessBuilder(List.of(command.split(" ")));
                apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
                Process process = apt.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                process.waitFor(10, TimeUnit.MINUTES);
            } catch (IOException notDebian) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
