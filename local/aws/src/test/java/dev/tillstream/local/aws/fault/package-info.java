@NullMarked
package dev.tillstream.local.aws.fault;

import org.jspecify.annotations.NullMarked;
