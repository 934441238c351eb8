@NullMarked
package dev.tillstream.ingest.bus;

import org.jspecify.annotations.NullMarked;
