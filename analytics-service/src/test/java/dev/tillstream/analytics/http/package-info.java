/** Tests of the API and its document. */
@NullMarked
package dev.tillstream.analytics.http;

import org.jspecify.annotations.NullMarked;
