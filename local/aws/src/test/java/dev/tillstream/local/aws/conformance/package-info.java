/** Checks answers against AWS's published service models, with the clients that people use. */
@NullMarked
package dev.tillstream.local.aws.conformance;

import org.jspecify.annotations.NullMarked;
