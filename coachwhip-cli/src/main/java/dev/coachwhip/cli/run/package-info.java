/** Running one script: typed globals, the watch over the run, what is printed of its end. */
package dev.coachwhip.cli.run;
