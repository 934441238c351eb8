package dev.tillstream.ingest.tomcat;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** What our Tomcat does beside its own settings; see {@code application.yaml}. */
@ConfigurationProperties("tillstream.ingest.tomcat")
record TomcatSettings(boolean accessLog) {}
