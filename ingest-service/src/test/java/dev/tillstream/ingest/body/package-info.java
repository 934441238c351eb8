@NullMarked
package dev.tillstream.ingest.body;

import org.jspecify.annotations.NullMarked;
