/** Call sites of compiled scripts: bootstrap, guards, relinking. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.link;
