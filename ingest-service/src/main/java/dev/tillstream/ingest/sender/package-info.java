/** Who sends: whose events the owner of a key may send. */
@NullMarked
package dev.tillstream.ingest.sender;

import org.jspecify.annotations.NullMarked;
