/** Faults of calls that come over HTTP, and the endpoint that sets them. */
@NullMarked
package dev.tillstream.local.aws.fault.http;

import org.jspecify.annotations.NullMarked;
