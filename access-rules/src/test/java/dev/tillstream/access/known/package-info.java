@NullMarked
package dev.tillstream.access.known;

import org.jspecify.annotations.NullMarked;
