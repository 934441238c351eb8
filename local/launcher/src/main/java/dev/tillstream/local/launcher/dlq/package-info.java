/** {@code ./run dlq}: looks into dead-letter queues and redrives them. */
@NullMarked
package dev.tillstream.local.launcher.dlq;

import org.jspecify.annotations.NullMarked;
