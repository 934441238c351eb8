@NullMarked
package dev.tillstream.consumer.sqs;

import org.jspecify.annotations.NullMarked;
