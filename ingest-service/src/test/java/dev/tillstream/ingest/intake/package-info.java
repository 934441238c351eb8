@NullMarked
package dev.tillstream.ingest.intake;

import org.jspecify.annotations.NullMarked;
