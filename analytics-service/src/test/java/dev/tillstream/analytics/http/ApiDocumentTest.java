package dev.tillstream.analytics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

/** The OpenAPI document has the operations of the controllers, no more and no fewer. */
@WebMvcTest({RevenueController.class, ViewsController.class, LiveController.class})
@Import(ReadFakes.class)
final class ApiDocumentTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @Test
    void describesEveryOperationAndNothingElse() throws IOException {
        assertThat(described()).containsExactlyInAnyOrderElementsOf(mapped());
    }

    private List<String> mapped() {
        List<String> operations = new ArrayList<>();
        controllers
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("dev.tillstream")) {
                        mapping.getMethodsCondition().getMethods().stream()
                                .flatMap(verb ->
                                        mapping.getPatternValues().stream()
                                                .map(path -> verb + " " + path))
                                .forEach(operations::add);
                    }
                });
        return operations;
    }

    private static List<String> described() throws IOException {
        Set<String> verbs = Set.of("get", "post", "put", "delete", "patch");
        List<String> operations = new ArrayList<>();
        try (InputStream file = ApiDocumentTest.class.getResourceAsStream("/static/openapi.yaml")) {
            Map<String, Map<String, Map<String, Object>>> document = new Yaml().load(file);
            document.get("paths")
                    .forEach((path, item) ->
                            item.keySet().stream()
                                    .filter(verbs::contains)
                                    .map(verb -> verb.toUpperCase(Locale.ROOT) + " " + path)
                                    .forEach(operations::add));
        }
        return operations;
    }
}
