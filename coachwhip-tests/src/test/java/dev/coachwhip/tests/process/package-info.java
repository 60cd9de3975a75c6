/** How the whole process behaves: start, output, exit. The tests start JVMs of their own. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.process;
