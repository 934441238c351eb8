/** The keys by which senders of events show who they are. */
@NullMarked
package dev.tillstream.producer.key;

import org.jspecify.annotations.NullMarked;
