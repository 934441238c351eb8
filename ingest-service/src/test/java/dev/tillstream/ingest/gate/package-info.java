@NullMarked
package dev.tillstream.ingest.gate;

import org.jspecify.annotations.NullMarked;
