/**
 * Hostile scripts against engines in processes of their own. The scripts are among the resources,
 * in {@code attacks}; each says in its first lines what it wants and how its success would show.
 */
package dev.coachwhip.tests.attacks;
