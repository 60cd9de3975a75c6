/** Environments made with real interpreters, from wheels that the tests make. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.environments;
