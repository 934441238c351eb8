/** Who may ask for what, over HTTP. */
@NullMarked
package dev.tillstream.access.http;

import org.jspecify.annotations.NullMarked;
