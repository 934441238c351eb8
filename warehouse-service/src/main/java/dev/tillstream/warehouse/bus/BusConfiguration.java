package dev.tillstream.warehouse.bus;

import dev.tillstream.consumer.outbox.OutboxConfiguration;
import dev.tillstream.consumer.outbox.RelayLifecycle;
import dev.tillstream.warehouse.stock.alarm.Alarmist;
import dev.tillstream.warehouse.stock.alarm.Alarms;
import dev.tillstream.warehouse.stock.alarm.Thresholds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the alarms to the bus. */
@Configuration(proxyBeanMethods = false)
@Import(OutboxConfiguration.class)
class BusConfiguration {

    @Bean
    AlarmOutbox alarmOutbox(Alarms alarms) {
        return new AlarmOutbox(alarms);
    }

    @Bean
    Alarmist alarmist(AlarmOutbox outbox, RelayLifecycle relay) {
        return alarm -> relay.offer(outbox.parcel(alarm));
    }

    @Bean
    Thresholds thresholds(ThresholdSettings settings) {
        return settings.thresholds();
    }
}
