package dev.tillstream.analytics.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.consumer.fixture.Operations;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document has the operations of the controllers, no more and no fewer. */
@WebMvcTest({RevenueController.class, ViewsController.class, LiveController.class})
@Import(ReadFakes.class)
final class ApiDocumentTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @Test
    void describesEveryOperationAndNothingElse() throws IOException {
        assertThat(Operations.described())
                .containsExactlyInAnyOrderElementsOf(Operations.mapped(controllers));
    }
}
