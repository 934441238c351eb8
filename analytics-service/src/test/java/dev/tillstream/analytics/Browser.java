package dev.tillstream.analytics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The Chromium of this machine: {@code -Dtillstream.browser=PATH}, or where Linux has it. Without
 * the property a machine without a browser skips the test; with it, it must be there.
 */
final class Browser implements AutoCloseable {

    private static final String PROPERTY = "tillstream.browser";

    /** Milliseconds that anything on a page may take: the machine may be busy. */
    private static final double PATIENCE = 30_000;

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    /** Hosts that pages asked, and what they complained of. */
    final List<String> hosts = new CopyOnWriteArrayList<>();

    final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Path executable) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        // Chromium's own sandbox needs a user that isn't root.
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(List.of("--no-sandbox")));
    }

    static Browser launch() {
        String named = System.getProperty(PROPERTY, "");
        List<String> candidates = named.isEmpty() ? USUAL : List.of(named);
        Path found =
                candidates.stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(null);
        if (!named.isEmpty() && found == null) {
            throw new IllegalStateException("-D" + PROPERTY + "=" + named + " is no program");
        }
        assumeTrue(
                found != null,
                "no browser here: install chromium, or name one by -D" + PROPERTY + "=PATH");
        return new Browser(Objects.requireNonNull(found));
    }

    /** A page in a window of its own, with storage of its own. */
    Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
        Page page = browser.newContext(options).newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (Stream.of("error", "warning").anyMatch(message.type()::equals)) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
