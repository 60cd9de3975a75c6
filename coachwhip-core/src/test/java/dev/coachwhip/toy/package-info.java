/** A line-based toy language behind the backend interface, for tests of what all backends share. */
package dev.coachwhip.toy;
