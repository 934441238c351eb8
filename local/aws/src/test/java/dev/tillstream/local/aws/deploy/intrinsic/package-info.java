@NullMarked
package dev.tillstream.local.aws.deploy.intrinsic;

import org.jspecify.annotations.NullMarked;
