/** Sends events to ingest over HTTP, again where that is allowed. */
@NullMarked
package dev.tillstream.producer.http;

import org.jspecify.annotations.NullMarked;
