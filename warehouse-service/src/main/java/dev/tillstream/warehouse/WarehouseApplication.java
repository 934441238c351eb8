package dev.tillstream.warehouse;

import dev.tillstream.api.ProblemAdvice;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Takes sales and inventory changes from a queue and keeps the stock of each store. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(ProblemAdvice.class)
public class WarehouseApplication {

    public static void main(String[] args) {
        SpringApplication.run(WarehouseApplication.class, args);
    }
}
