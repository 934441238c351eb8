@NullMarked
package dev.tillstream.producer.key;

import org.jspecify.annotations.NullMarked;
