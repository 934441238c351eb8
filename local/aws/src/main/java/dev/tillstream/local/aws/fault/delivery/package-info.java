/** Faults of what EventBridge delivers to its targets. */
@NullMarked
package dev.tillstream.local.aws.fault.delivery;

import org.jspecify.annotations.NullMarked;
