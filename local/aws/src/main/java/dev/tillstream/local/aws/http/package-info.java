/** The HTTP front: tells from a request which service it is meant for. */
@NullMarked
package dev.tillstream.local.aws.http;

import org.jspecify.annotations.NullMarked;
