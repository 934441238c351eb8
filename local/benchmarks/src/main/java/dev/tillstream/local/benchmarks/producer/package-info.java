/** How fast the producers read and send, and with how much memory. */
@NullMarked
package dev.tillstream.local.benchmarks.producer;

import org.jspecify.annotations.NullMarked;
