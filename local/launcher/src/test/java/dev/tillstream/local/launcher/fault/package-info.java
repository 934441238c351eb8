@NullMarked
package dev.tillstream.local.launcher.fault;

import org.jspecify.annotations.NullMarked;
