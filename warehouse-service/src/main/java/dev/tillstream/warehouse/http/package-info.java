/** Shows stock over HTTP. */
@NullMarked
package dev.tillstream.warehouse.http;

import org.jspecify.annotations.NullMarked;
