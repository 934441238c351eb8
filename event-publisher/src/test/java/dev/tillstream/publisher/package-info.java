@NullMarked
package dev.tillstream.publisher;

import org.jspecify.annotations.NullMarked;
