@NullMarked
package dev.tillstream.local.testing.fault;

import org.jspecify.annotations.NullMarked;
