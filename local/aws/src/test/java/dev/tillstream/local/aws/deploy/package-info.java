@NullMarked
package dev.tillstream.local.aws.deploy;

import org.jspecify.annotations.NullMarked;
