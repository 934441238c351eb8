@NullMarked
package dev.tillstream.consumer;

import org.jspecify.annotations.NullMarked;
