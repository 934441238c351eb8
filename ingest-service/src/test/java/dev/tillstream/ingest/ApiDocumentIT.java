package dev.tillstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.access.key.Role;
import dev.tillstream.contract.Violation;
import dev.tillstream.ingest.Till.Answer;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document says what the service does. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "tillstream.ingest.bus.timeout=30s"})
class ApiDocumentIT {

    private static final JsonMapper JSON = new JsonMapper();

    private int port;
    private JsonNode document;

    @BeforeEach
    void read(@LocalServerPort int port) {
        this.port = port;
        Answer answer = new Till(port).get("/openapi.yaml");
        assertThat(answer.status()).isEqualTo(200);
        document = JSON.valueToTree(new Yaml().load(answer.response().body()));
    }

    @Test
    void hasTheOperationsOfTheControllersAndNoOthers(
            @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping) {
        Set<String> documented =
                document.at("/paths")
                        .propertyStream()
                        .flatMap(path ->
                                path.getValue()
                                        .propertyStream()
                                        .map(operation ->
                                                operation.getKey().toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey()))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> mapped =
                requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                        .flatMap(mapping ->
                                mapping.getMethodsCondition().getMethods().stream()
                                        .flatMap(method ->
                                                mapping.getPatternValues().stream()
                                                        .map(path -> method + " " + path)))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(mapped).isNotEmpty();
    }

    @Test
    void hasEveryCodeOfARejection() {
        Set<String> codes =
                Stream.of(Violation.class, Rejected.class)
                        .flatMap(type -> Stream.of(type.getDeclaredFields()))
                        .filter(field ->
                                Modifier.isPublic(field.getModifiers())
                                        && Modifier.isStatic(field.getModifiers()))
                        .map(ApiDocumentIT::value)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(
                        document.at("/components/schemas/Refusal/properties/code/enum")
                                .valueStream()
                                .map(JsonNode::stringValue))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void everyExampleOfARequestIsAccepted() {
        Till till = new Till(port, Keys.of(Role.ADMIN));
        for (Map.Entry<String, JsonNode> content :
                document.at("/paths/~1events/post/requestBody/content").propertyStream().toList()) {
            for (JsonNode example : content.getValue().path("examples")) {
                JsonNode value = example.path("value");
                String body =
                        value.isString() ? value.stringValue() : JSON.writeValueAsString(value);
                assertThat(till.post(content.getKey(), body).status()).as(body).isEqualTo(202);
            }
        }
    }

    @Test
    void thePageNeedsNoOtherHostAndNoKey() {
        Till reader = new Till(port);
        String page = reader.get("/api/index.html").response().body();
        List<String> parts =
                Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(match -> match.group(1))
                        .toList();

        assertThat(parts).hasSizeGreaterThan(4).noneMatch(part -> part.contains("//"));
        for (String part : parts) {
            Answer answer = reader.send(HttpRequest.newBuilder(reader.uri("/api/").resolve(part)));
            assertThat(answer.status()).as(part).isEqualTo(200);
        }
        assertThat(
                        reader.send(
                                        HttpRequest.newBuilder(reader.uri("/openapi.yaml"))
                                                .PUT(BodyPublishers.ofString("x")))
                                .status())
                .isEqualTo(401);
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
