/** How store events are written: JSON in and out, and the schemas that describe it. */
@NullMarked
package dev.tillstream.contract.json;

import org.jspecify.annotations.NullMarked;
