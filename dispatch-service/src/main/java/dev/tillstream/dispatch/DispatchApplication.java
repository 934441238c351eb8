package dev.tillstream.dispatch;

import dev.tillstream.api.ProblemAdvice;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Takes sales from a queue and makes one order of each. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(ProblemAdvice.class)
public class DispatchApplication {

    public static void main(String[] args) {
        SpringApplication.run(DispatchApplication.class, args);
    }
}
