/** Errors out. */
@NullMarked
package dev.tillstream.consumer.http;

import org.jspecify.annotations.NullMarked;
