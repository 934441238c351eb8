/** Events put on the bus without ingest. */
@NullMarked
package dev.tillstream.producer.bus;

import org.jspecify.annotations.NullMarked;
