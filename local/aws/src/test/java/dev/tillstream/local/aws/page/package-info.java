@NullMarked
package dev.tillstream.local.aws.page;

import org.jspecify.annotations.NullMarked;
