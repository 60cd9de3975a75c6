/** What errors tell: frames of both languages, causes, texts; Java's exceptions in Python. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.errors;
