/** What may depend on what. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.architecture;
