/**
 * JSON in and out. Nothing here is touched by a run that neither takes nor prints JSON, so that
 * such a run does not pay for loading the library.
 */
package dev.coachwhip.cli.json;
