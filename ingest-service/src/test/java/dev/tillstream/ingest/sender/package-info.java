@NullMarked
package dev.tillstream.ingest.sender;

import org.jspecify.annotations.NullMarked;
