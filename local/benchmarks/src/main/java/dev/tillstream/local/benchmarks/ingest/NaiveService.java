package dev.tillstream.local.benchmarks.ingest;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import tools.jackson.databind.JsonNode;

/**
 * What one writes first: each event is put by a call of its own, one after the other. It checks
 * nothing, and may have as many calls under way as Tomcat has threads.
 */
@SpringBootApplication
@RestController
class NaiveService {

    private static final int TOMCATS_THREADS = 200;

    private final EventBridgeClient client;

    NaiveService(EventBridgeClient client) {
        this.client = client;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(NaiveService.class, arguments);
    }

    @Bean
    static EventBridgeClient client() {
        return EventBridgeClient.builder()
                .httpClientBuilder(ApacheHttpClient.builder().maxConnections(TOMCATS_THREADS))
                .build();
    }

    @PostMapping("/events")
    ResponseEntity<Map<String, Object>> events(@RequestBody JsonNode body) {
        List<JsonNode> events = body.isArray() ? body.valueStream().toList() : List.of(body);
        List<String> ids = events.stream().map(this::put).toList();
        return ResponseEntity.accepted().body(Map.of("rejected", 0, "ids", ids));
    }

    private String put(JsonNode event) {
        PutEventsRequestEntry entry =
                PutEventsRequestEntry.builder()
                        .eventBusName("tillstream")
                        .source("tillstream.ingest")
                        .detailType(event.path("detail-type").asString())
                        .detail(event.path("detail").toString())
                        .build();
        return client.putEvents(r -> r.entries(entry)).entries().getFirst().eventId();
    }
}
