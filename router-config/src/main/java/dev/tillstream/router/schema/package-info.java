/** The contract's JSON Schemas, as far as routes need them. */
@NullMarked
package dev.tillstream.router.schema;

import org.jspecify.annotations.NullMarked;
