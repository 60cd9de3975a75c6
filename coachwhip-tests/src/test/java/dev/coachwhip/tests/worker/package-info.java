/** Engines in processes of their own. */
package dev.coachwhip.tests.worker;
