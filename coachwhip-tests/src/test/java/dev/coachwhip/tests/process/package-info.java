/** How the whole process behaves: start, exit, output, cancelling, leaks. Most tests start JVMs of their own. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.process;
