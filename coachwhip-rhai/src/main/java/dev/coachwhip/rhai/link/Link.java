package dev.coachwhip.rhai.link;

import java.lang.invoke.MethodHandle;

/**
 * A fast way for one kind of operands.
 *
 * @param test tells from the site's arguments whether it may be taken
 * @param target does it; of the site's type
 */
record Link(MethodHandle test, MethodHandle target) {}
