/** What is summed, by which key and over which time: views, as data. Pure Java. */
@NullMarked
package dev.tillstream.analytics.view;

import org.jspecify.annotations.NullMarked;
