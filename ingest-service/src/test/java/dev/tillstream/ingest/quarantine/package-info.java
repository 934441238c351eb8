@NullMarked
package dev.tillstream.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
