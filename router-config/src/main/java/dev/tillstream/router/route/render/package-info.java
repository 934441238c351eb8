/** The rules template, made from the routes. */
@NullMarked
package dev.tillstream.router.route.render;

import org.jspecify.annotations.NullMarked;
