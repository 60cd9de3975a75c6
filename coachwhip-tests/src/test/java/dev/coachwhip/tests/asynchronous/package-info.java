/** Scripts that await, coroutines as futures, Java's futures and publishers in Python (F3). */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.asynchronous;
