@NullMarked
package dev.tillstream.publisher.shared;

import org.jspecify.annotations.NullMarked;
