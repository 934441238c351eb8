/** Answers that are about a request as a whole: problem+json (RFC 9457). */
@NullMarked
package dev.tillstream.ingest.problem;

import org.jspecify.annotations.NullMarked;
