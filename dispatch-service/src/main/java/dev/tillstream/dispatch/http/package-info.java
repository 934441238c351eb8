/** Shows orders over HTTP. */
@NullMarked
package dev.tillstream.dispatch.http;

import org.jspecify.annotations.NullMarked;
