@NullMarked
package dev.tillstream.local.aws.query;

import org.jspecify.annotations.NullMarked;
