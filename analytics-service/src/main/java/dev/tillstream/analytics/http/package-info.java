/** Shows what windows come to over HTTP: at once, or as it changes. */
@NullMarked
package dev.tillstream.analytics.http;

import org.jspecify.annotations.NullMarked;
