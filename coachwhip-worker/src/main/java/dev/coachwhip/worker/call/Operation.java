package dev.coachwhip.worker.call;

/** Something that one end asks of the other, or tells it. */
public interface Operation {

  /** Returns its number in messages, 0 to 127; both ends know it by that. */
  int number();
}
