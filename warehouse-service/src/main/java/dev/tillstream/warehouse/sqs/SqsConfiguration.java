package dev.tillstream.warehouse.sqs;

import dev.tillstream.consumer.sqs.QueueConfiguration;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.warehouse.stock.StockBook;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the queue to the stock. */
@Configuration(proxyBeanMethods = false)
@Import(QueueConfiguration.class)
class SqsConfiguration {

    @Bean
    StockListener stockListener(StockBook book, MeterRegistry meters) {
        return new StockListener(new EventCodec(), book, meters);
    }
}
