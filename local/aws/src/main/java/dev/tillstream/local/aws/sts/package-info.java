/** STS: who am I? */
@NullMarked
package dev.tillstream.local.aws.sts;

import org.jspecify.annotations.NullMarked;
