/**
 * What a store event is: facts about sales and stock as values that can't be wrong, free of any
 * library.
 */
@NullMarked
package dev.tillstream.contract;

import org.jspecify.annotations.NullMarked;
