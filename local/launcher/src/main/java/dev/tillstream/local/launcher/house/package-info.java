/** All of Tillstream on this machine: the embedded AWS and the services. */
@NullMarked
package dev.tillstream.local.launcher.house;

import org.jspecify.annotations.NullMarked;
