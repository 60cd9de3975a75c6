package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call site that learns: a chain of at most {@link #MOST_LINKS} guarded links, before the general
 * way. The first argument is the {@link Run}.
 *
 * <p>Any thread: threads that still see an old chain go on correctly, since its guards hold on
 * their own.
 */
abstract class Site extends MutableCallSite {

  // Making method handles costs as much as a hundred general calls, so the first calls go the
  // general
  // way. When the function table changed, all links are out of date: the chain begins anew. A site
  // that
  // often meets what it has no link for goes the general way for those, and learns no more.

  private static final int MOST_LINKS = 6;
  static final int CALLS_BEFORE_LINKING = 20;
  private static final int MOST_FAILURES = 8;
  private static final int MOST_RESTARTS = 32;

  private static final GeneralWays MISS =
      new GeneralWays(
          Handles.findVirtual(
              MethodHandles.lookup(), Site.class, "miss", Object.class, Object[].class));
  private static final GeneralWays EXECUTE =
      new GeneralWays(
          Handles.findVirtual(
              MethodHandles.lookup(), Site.class, "execute", Object.class, Object[].class));

  private final List<Link> links = new ArrayList<>(MOST_LINKS);
  private int calls;
  private int failures;
  private int restarts;
  private @Nullable Object linkage;

  Site(MethodType type) {
    super(type);
    setTarget(MISS.of(this));
  }

  /** Does what the site is for, for any operands. */
  abstract Object execute(Object[] arguments);

  /** Returns a fast way for these operands and others like them; null if there is none. */
  abstract @Nullable Link link(Run run, Object[] arguments);

  /** Returns the general way as a method handle of the site's type. */
  MethodHandle general() {
    return EXECUTE.of(this);
  }

  Object miss(Object[] arguments) {
    if (++calls > CALLS_BEFORE_LINKING) {
      relink((Run) arguments[0], arguments);
    }
    return execute(arguments);
  }

  @SuppressWarnings("ReferenceEquality") // tokens, compared by identity on purpose
  private synchronized void relink(Run run, Object[] arguments) {
    if (linkage != run.linkage()) {
      restart(run);
    }
    Link link = links.size() == MOST_LINKS ? null : link(run, arguments);
    if (link != null) {
      links.add(link);
      setTarget(chain(MISS.of(this)));
    } else if (++failures > MOST_FAILURES) {
      setTarget(chain(general()));
    }
  }

  private void restart(Run run) {
    if (++restarts > MOST_RESTARTS) {
      failures = MOST_FAILURES;
    }
    links.clear();
    linkage = run.linkage();
  }

  private MethodHandle chain(MethodHandle last) {
    MethodHandle chain = last;
    for (Link link : links.reversed()) {
      chain = MethodHandles.guardWithTest(link.test(), link.target(), chain);
    }
    return chain;
  }
}
