package dev.tillstream.local.launcher.demo;

import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.local.audit.AuditReport;
import dev.tillstream.local.audit.Minute;
import dev.tillstream.local.audit.Tally;
import dev.tillstream.local.launcher.house.Addresses;
import dev.tillstream.local.launcher.process.Voice;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Shows one sale at each place that it has reached, as anyone could look it up. */
final class SaleTrail {

    private static final int LONGEST = 160;

    private final Addresses addresses;
    private final String readerKey;
    private final Voice voice;

    SaleTrail(Addresses addresses, String readerKey, Voice voice) {
        this.addresses = addresses;
        this.readerKey = readerKey;
        this.voice = voice;
    }

    void follow(@Nullable SaleRecorded sale, AuditReport report) throws InterruptedException {
        if (sale == null) {
            return;
        }
        voice.say(
                "4  One sale on its way: %d x %s, %s, %s, at %s"
                        .formatted(
                                sale.quantity(),
                                sale.name(),
                                sale.sales(),
                                sale.storeId(),
                                sale.time()));
        show(
                "dispatch",
                "an order to ship",
                addresses.dispatch(),
                "/orders/" + sale.identity().id());
        show(
                "warehouse",
                "what is on the shelf",
                addresses.warehouse(),
                "/stock?store_id="
                        + query(sale.storeId().value())
                        + "&sku="
                        + query(sale.sku().value()));
        Minute minute = Minute.of(sale.storeId().value(), sale.time());
        Tally row = report.delivered().get(minute);
        if (row != null) {
            voice.say(
                    "   analytics  its store's minute %s, final: %s"
                            .formatted(minute.start(), row));
        }
    }

    private void show(String name, String what, URI service, String path)
            throws InterruptedException {
        voice.say("   %-10s %s: %s".formatted(name, what, get(service.resolve(path))));
    }

    private String get(URI address) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body =
                    http.send(
                                    HttpRequest.newBuilder(address)
                                            .header("Authorization", "Bearer " + readerKey)
                                            .build(),
                                    BodyHandlers.ofString())
                            .body();
            return body.length() > LONGEST ? body.substring(0, LONGEST) + "..." : body;
        } catch (IOException e) {
            // Nothing to prove here: the audit does that.
            return "no answer from " + address;
        }
    }

    private static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
