/** What a request is about, as faults see it. */
@NullMarked
package dev.tillstream.local.aws.fault.seen;

import org.jspecify.annotations.NullMarked;
