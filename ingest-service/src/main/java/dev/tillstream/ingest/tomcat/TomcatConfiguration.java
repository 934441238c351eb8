package dev.tillstream.ingest.tomcat;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tomcat as we want it, beyond what {@code server.tomcat} can say. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TomcatSettings.class)
class TomcatConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat(TomcatSettings settings) {
        return factory -> {
            factory.setProtocol(SmallAnswers.class.getName());
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent())
                            .setErrorReportValveClass(ProblemValve.class.getName()));
            factory.addConnectorCustomizers(connector -> {
                // Each idle connection keeps both; the default of 8 KB is for larger requests.
                connector.setProperty("socket.appReadBufSize", "4096");
                connector.setProperty("socket.appWriteBufSize", "2048");
            });
            if (settings.accessLog()) {
                factory.addEngineValves(new AccessLog());
            }
        };
    }
}
