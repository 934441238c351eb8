package dev.tillstream.analytics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in this JVM, so that a test can replace some part of it. */
final class InProcess implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private InProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * As at a desk.
     *
     * @param beans a configuration whose primary beans take the place of others
     * @param settings more of them, as {@code name=value}
     */
    static InProcess start(Class<?> beans, String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        arguments.add("--management.server.port=0");
        // The next process takes back what the last one held.
        arguments.add("--tillstream.analytics.kinesis.worker-id=local-0");
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return new InProcess(
                new SpringApplicationBuilder(AnalyticsApplication.class, beans)
                        .profiles("local")
                        .run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int health(String group) {
        return manage("/actuator/health/" + group).statusCode();
    }

    /** An answer of the operators' port. */
    HttpResponse<String> manage(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.management.port");
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
