package dev.coachwhip.worker.call;

import dev.coachwhip.worker.wire.WireReader;

/**
 * One message as it arrived.
 *
 * @param kind what it is to the one who gets it
 * @param operation what is asked for; of an answer, meaningless
 * @param request the number by which an answer refers to its request
 * @param conversation the number of the conversation it belongs to; 0 for none
 * @param body the rest
 */
record Message(Kind kind, int operation, long request, long conversation, WireReader body) {

  /** Bytes before the body: length of the rest, kind, operation, request, conversation. */
  static final int HEADER_BYTES = Integer.BYTES + 2 + 2 * Long.BYTES;

  /** What a message is to the one who gets it. */
  enum Kind {
    /** To be done, and answered. */
    REQUEST,
    /** What a request led to. */
    ANSWER,
    /** That a request failed. */
    FAILURE,
    /** To be taken note of, in the order of its conversation. */
    NOTE;

    private static final Kind[] ALL = values();

    @SuppressWarnings("EnumOrdinal") // both processes load the same class
    int number() {
      return ordinal();
    }

    /** Returns a kind by its number, null if there is none. */
    static @org.jspecify.annotations.Nullable Kind of(int number) {
      return number >= 0 && number < ALL.length ? ALL[number] : null;
    }
  }
}
