/** What AWS answers when it fails, by service and operation. */
@NullMarked
package dev.tillstream.local.aws.fault.shape;

import org.jspecify.annotations.NullMarked;
