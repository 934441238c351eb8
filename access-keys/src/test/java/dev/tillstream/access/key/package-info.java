@NullMarked
package dev.tillstream.access.key;

import org.jspecify.annotations.NullMarked;
