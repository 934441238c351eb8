/** How a resource of each type is made, one class per type. */
@NullMarked
package dev.tillstream.local.aws.deploy.resource;

import org.jspecify.annotations.NullMarked;
