/** The query protocol: forms in, XML out. */
@NullMarked
package dev.tillstream.local.aws.query;

import org.jspecify.annotations.NullMarked;
