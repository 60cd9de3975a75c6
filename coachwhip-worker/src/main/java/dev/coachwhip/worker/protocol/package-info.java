/** What host and worker say to each other: the operations and how settings are written. */
package dev.coachwhip.worker.protocol;
