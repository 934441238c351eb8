@NullMarked
package dev.tillstream.local.testing;

import org.jspecify.annotations.NullMarked;
