/** Takes the events of tills over HTTP and puts them on the bus: the parts put together. */
@NullMarked
package dev.tillstream.ingest;

import org.jspecify.annotations.NullMarked;
