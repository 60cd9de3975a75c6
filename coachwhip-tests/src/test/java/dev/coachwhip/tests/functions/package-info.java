/** Functions of scripts in Java, and of Java in scripts. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.functions;
