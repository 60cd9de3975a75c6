/** Java objects in scripts, live views, and iterators both ways. */
@org.jspecify.annotations.NullMarked
package dev.coachwhip.tests.objects;
