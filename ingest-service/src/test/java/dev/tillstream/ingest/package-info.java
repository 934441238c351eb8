@NullMarked
package dev.tillstream.ingest;

import org.jspecify.annotations.NullMarked;
