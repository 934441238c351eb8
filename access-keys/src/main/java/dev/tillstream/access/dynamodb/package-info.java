/** The table in which keys are kept. */
@NullMarked
package dev.tillstream.access.dynamodb;

import org.jspecify.annotations.NullMarked;
