/**
 * Lays out the text of scripts: {@link dev.coachwhip.rhai.format.Layout} begins. Works on the
 * pieces of the text and not on its tree, so that nothing of it can get lost, comments least of
 * all.
 */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.rhai.format;
