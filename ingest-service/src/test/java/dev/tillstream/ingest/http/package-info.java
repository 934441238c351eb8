@NullMarked
package dev.tillstream.ingest.http;

import org.jspecify.annotations.NullMarked;
