/** The JSON protocol of AWS (JSON and CBOR bodies), which the services written here share. */
@NullMarked
package dev.tillstream.local.aws.protocol;

import org.jspecify.annotations.NullMarked;
