/** Many senders share the calls to the bus: a bounded, fair queue in front of the publisher. */
@NullMarked
package dev.tillstream.publisher.shared;

import org.jspecify.annotations.NullMarked;
