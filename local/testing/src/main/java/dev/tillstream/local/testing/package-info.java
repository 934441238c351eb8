/** What integration tests share: an AWS of their own that every SDK client of the JVM finds. */
@NullMarked
package dev.tillstream.local.testing;

import org.jspecify.annotations.NullMarked;
