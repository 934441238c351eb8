/** Events put on Kinesis streams, one stream per event type. */
@NullMarked
package dev.tillstream.producer.kinesis;

import org.jspecify.annotations.NullMarked;
