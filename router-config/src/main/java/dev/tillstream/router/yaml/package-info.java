/** Reads routes and templates from YAML, keeping the line of everything. */
@NullMarked
package dev.tillstream.router.yaml;

import org.jspecify.annotations.NullMarked;
