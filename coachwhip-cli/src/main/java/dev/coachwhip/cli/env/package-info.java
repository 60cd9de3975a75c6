/** What {@code coachwhip env} does, and how other commands find environments. */
package dev.coachwhip.cli.env;
