@NullMarked
package dev.tillstream.local.aws.deploy.resource;

import org.jspecify.annotations.NullMarked;
