/** The fields of any event by name, for those who know them by configuration only. */
@NullMarked
package dev.tillstream.contract.field;

import org.jspecify.annotations.NullMarked;
