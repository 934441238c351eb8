/** Decides which requests are worked on now, before anything of them is looked at. */
@NullMarked
package dev.tillstream.ingest.gate;

import org.jspecify.annotations.NullMarked;
