/** What Python itself can tell of the text of scripts. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.sources;
