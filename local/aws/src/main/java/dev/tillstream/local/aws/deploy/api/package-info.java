/** Calls of the embedded AWS's own HTTP API, as any client makes them. */
@NullMarked
package dev.tillstream.local.aws.deploy.api;

import org.jspecify.annotations.NullMarked;
