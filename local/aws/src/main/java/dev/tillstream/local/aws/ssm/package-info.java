/** The Parameter Store's JSON protocol. */
@NullMarked
package dev.tillstream.local.aws.ssm;

import org.jspecify.annotations.NullMarked;
