/** JSON as values: what patterns, events and schemas are made of. */
@NullMarked
package dev.tillstream.router.route.value;

import org.jspecify.annotations.NullMarked;
