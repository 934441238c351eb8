@NullMarked
package dev.tillstream.local.aws.deploy.template;

import org.jspecify.annotations.NullMarked;
