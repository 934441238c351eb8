package dev.tillstream.analytics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.tillstream.access.key.Role;
import dev.tillstream.analytics.window.SaleFixture;
import dev.tillstream.consumer.fixture.Keys;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The live page in a browser, against the service as it is shipped. Its pictures are in target/.
 */
@ExtendWith(LocalAwsExtension.class)
final class LivePageIT {

    /** The columns beside the store's name. */
    private static final int TOTAL = 0;

    private static final int RUNNING = 1;
    private static final int LATE = 3;
    private static final int CORRECTED = 4;

    /** Who sticks out on the right. */
    private static final String TOO_WIDE =
            """
            Array.from(document.body.querySelectorAll("*"))
              .filter(e => e.getBoundingClientRect().right > 390 && !e.closest(".scroll *"))
              .map(e => e.outerHTML.slice(0, 120) + " to " + e.getBoundingClientRect().right)\
            """;

    private final Instant now = Instant.now();
    private final Instant minute = now.truncatedTo(ChronoUnit.MINUTES).minusSeconds(60);
    private final String street = "Street " + now.getEpochSecond();

    /** As long as a store's name may be, and nowhere to break. */
    private final String corner = "Corner " + now.getEpochSecond() + " " + "W".repeat(46);

    private final SalesStream stream = new SalesStream();
    private final List<SaleRecorded> sold = new ArrayList<>();
    private Browser browser;
    private ServiceProcess service;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        browser = Browser.launch();
        service =
                Analytics.start(
                        Map.of(
                                "TILLSTREAM_VIEWS",
                                "file:"
                                        + Views.revenue(
                                                folder,
                                                Duration.ofSeconds(1),
                                                Duration.ofSeconds(12))));
    }

    @AfterEach
    void close() {
        if (service != null) {
            service.kill();
        }
        if (browser != null) {
            browser.close();
        }
        stream.close();
    }

    @Test
    void showsExactMoneyAsItRunsBecomesFinalAndIsCorrected() {
        Page desktop = browser.open(window(1280, 900, ColorScheme.LIGHT));
        logInByKeyboard(desktop);
        assertThat(rowOf(desktop, corner)).hasCount(0);
        sellForAnHour();

        assertThat(cell(desktop, corner, RUNNING)).hasText("120.25");
        assertThat(cell(desktop, corner, RUNNING)).hasText("0.00");
        assertThat(cell(desktop, corner, TOTAL)).hasText("120.25");
        assertThat(desktop.locator("#lag")).not().hasText("–");
        assertThat(cell(desktop, street + " 1", TOTAL)).hasText(grouped(total(street + " 1")));
        sell(sale(corner, minute, "0.01"));
        assertThat(cell(desktop, corner, CORRECTED)).hasText("0.01");
        assertThat(cell(desktop, corner, LATE)).hasText("1");
        assertThat(cell(desktop, corner, TOTAL)).hasText("120.26");
        assertThat(desktop.locator("#total").innerText()).isEqualTo(sumOfRows(desktop));
        isUsableByKeyboard(desktop);
        picture(desktop, "desktop-light");

        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            looksRight(scheme);
        }
        assertThat(browser.hosts).containsOnly(service.address().getAuthority());
        assertThat(browser.complaints).isEmpty();
    }

    @Test
    void saysThatAKeyIsNotGood() {
        Page page = browser.open(window(390, 844, ColorScheme.LIGHT));
        page.navigate(service.address().toString());
        page.keyboard().insertText("no key");
        page.keyboard().press("Enter");
        assertThat(page.locator("#key-error")).containsText("That is no key");
        page.keyboard().insertText(Keys.ofStore("a"));
        page.keyboard().press("Enter");
        assertThat(page.locator("#key-error"))
                .containsText("A key of the role store may not do this.");
        assertThat(page.locator("#board")).isHidden();
    }

    private void looksRight(ColorScheme scheme) {
        boolean isDark = scheme == ColorScheme.DARK;
        Page phone = browser.open(window(390, 844, scheme));
        logInByKeyboard(phone);
        assertThat(cell(phone, corner, TOTAL)).hasText("120.26");
        assertThat(phone.evaluate("document.documentElement.scrollWidth"))
                .as(() -> "wider than the phone: " + phone.evaluate(TOO_WIDE))
                .isEqualTo(390);
        assertThat(phone.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(isDark ? "rgb(16, 21, 27)" : "rgb(246, 247, 249)");
        picture(phone, "phone-" + (isDark ? "dark" : "light"));
        if (isDark) {
            phone.setViewportSize(1280, 900);
            picture(phone, "desktop-dark");
        }
    }

    private void logInByKeyboard(Page page) {
        page.navigate(service.address().toString());
        assertThat(page.locator("#key-text")).isFocused();
        page.keyboard().insertText("Authorization: " + Keys.of(Role.READER));
        page.keyboard().press("Enter");
        assertThat(page.locator("#board")).isVisible();
        assertThat(page.locator("#state")).hasText("live");
        assertThat(page.url()).doesNotContain("till_");
    }

    /** From the top by tabs: each stop can be seen, and the store can be chosen. */
    private static void isUsableByKeyboard(Page page) {
        page.reload();
        assertThat(page.locator("#board")).isVisible();
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("Tab");
            stops.add(
                    String.valueOf(
                            page.evaluate(
                                    "document.activeElement.id || document.activeElement.className"
                                            + " || document.activeElement.textContent")));
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
        }
        assertThat(stops).containsExactly("skip", "store", "scroll", "API", "forget");
    }

    private String sumOfRows(Page page) {
        return grouped(
                page.locator("#rows tr td:nth-child(2)").allInnerTexts().stream()
                        .map(text -> Money.of(text.replace(",", "")))
                        .reduce(Money.ZERO, Money::plus));
    }

    private static Locator cell(Page page, String store, int column) {
        return rowOf(page, store).locator("td").nth(column);
    }

    private static Locator rowOf(Page page, String store) {
        return page.locator("#rows tr", new Page.LocatorOptions().setHasText(store));
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "live-page-" + name + ".png")));
    }

    private static NewContextOptions window(int width, int height, ColorScheme scheme) {
        return new NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
    }

    /** Four stores that sell all the time, and one that sells once. */
    private void sellForAnHour() {
        var random = new SplittableRandom(8);
        List<SaleRecorded> sales = new ArrayList<>();
        for (int ago = 55; ago >= 0; ago--) {
            for (int store = 1; store <= 4; store++) {
                String amount =
                        (20 + random.nextInt(60) + 20 * store) + "." + (10 + random.nextInt(90));
                sales.add(sale(street + " " + store, minute.minusSeconds(60L * ago), amount));
            }
        }
        sales.add(sale(corner, minute, "120.25"));
        sell(sales.toArray(SaleRecorded[]::new));
    }

    private void sell(SaleRecorded... sales) {
        sold.addAll(List.of(sales));
        stream.put(List.of(sales));
    }

    private SaleRecorded sale(String store, Instant minute, String amount) {
        return SaleFixture.sale(
                store, minute + " " + amount + " " + sold.size(), minute.plusSeconds(30), amount);
    }

    private Money total(String store) {
        return sold.stream()
                .filter(sale -> sale.storeId().value().equals(store))
                .map(SaleRecorded::revenue)
                .reduce(Money.ZERO, Money::plus);
    }

    private static String grouped(Money money) {
        return String.format(java.util.Locale.ROOT, "%,.2f", money.amount());
    }
}
