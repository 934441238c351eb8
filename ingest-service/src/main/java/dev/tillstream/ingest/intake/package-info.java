/** What happens to submitted events, without a word about HTTP or AWS. */
@NullMarked
package dev.tillstream.ingest.intake;

import org.jspecify.annotations.NullMarked;
