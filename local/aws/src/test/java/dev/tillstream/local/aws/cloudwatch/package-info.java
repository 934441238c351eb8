@NullMarked
package dev.tillstream.local.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
