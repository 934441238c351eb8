/** Keeps what was refused for good, so that somebody can find out why a till sends it. */
@NullMarked
package dev.tillstream.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
