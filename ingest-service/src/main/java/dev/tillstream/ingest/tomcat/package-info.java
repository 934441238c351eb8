/** What Tomcat is told: limits of connections, errors of its own, the access log. */
@NullMarked
package dev.tillstream.ingest.tomcat;

import org.jspecify.annotations.NullMarked;
