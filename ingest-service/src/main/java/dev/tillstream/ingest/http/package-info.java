/** The HTTP side: bodies in, replies and problems out. */
@NullMarked
package dev.tillstream.ingest.http;

import org.jspecify.annotations.NullMarked;
