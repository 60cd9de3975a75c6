/** What policies refuse and allow, and that scripts cannot get rid of them. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.policy;
