@NullMarked
package dev.tillstream.publisher.outbox;

import org.jspecify.annotations.NullMarked;
