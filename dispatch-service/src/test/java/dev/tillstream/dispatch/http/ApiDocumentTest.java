package dev.tillstream.dispatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.consumer.fixture.Operations;
import dev.tillstream.dispatch.order.InMemoryOrders;
import dev.tillstream.dispatch.order.OrderDesk;
import dev.tillstream.dispatch.order.SaleFixture;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document has the operations of the controllers, no more and no fewer. */
@WebMvcTest({OrderController.class, MoveController.class})
class ApiDocumentTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    @Test
    void describesEveryOperationAndNothingElse() throws IOException {
        assertThat(Operations.described())
                .containsExactlyInAnyOrderElementsOf(Operations.mapped(controllers));
    }

    @TestConfiguration
    static class Fakes {
        @Bean
        InMemoryOrders orders() {
            return new InMemoryOrders();
        }

        @Bean
        OrderDesk desk(InMemoryOrders orders) {
            return new OrderDesk(orders, order -> {}, () -> SaleFixture.NOW);
        }
    }
}
