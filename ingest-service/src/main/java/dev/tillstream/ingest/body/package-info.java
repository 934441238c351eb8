/** From the body of a request to the items in it, within limits. */
@NullMarked
package dev.tillstream.ingest.body;

import org.jspecify.annotations.NullMarked;
