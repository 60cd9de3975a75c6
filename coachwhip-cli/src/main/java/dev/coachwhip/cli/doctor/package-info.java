/** What {@code coachwhip doctor} finds out and prints. */
package dev.coachwhip.cli.doctor;
