package dev.coachwhip.rhai.link;

import dev.coachwhip.rhai.runtime.Run;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import org.jspecify.annotations.Nullable;

/**
 * A call site that learns: a chain of at most {@link #MOST_LINKS} guarded links, before the general
 * way. The first argument is the {@link Run}.
 *
 * <p>Any thread: threads that still see an old chain go on correctly, since its guards hold on their
 * own.
 */
abstract class Site extends MutableCallSite {

  // A site that runs once is not worth the making of method handles, so the first calls go the general
  // way. When the function table changed, all links are out of date: the chain begins anew. Sites where
  // that happens again and again (a program that several engines run) give up in the end.

  private static final int MOST_LINKS = 4;
  private static final int CALLS_BEFORE_LINKING = 2;
  private static final int MOST_RESTARTS = 16;

  private static final MethodHandle MISS =
      Handles.findVirtual(
          MethodHandles.lookup(), Site.class, "miss", Object.class, Object[].class);
  private static final MethodHandle EXECUTE =
      Handles.findVirtual(
          MethodHandles.lookup(), Site.class, "execute", Object.class, Object[].class);

  private int calls;
  private int links;
  private int restarts;
  private boolean settled;
  private @Nullable Object linkage;

  Site(MethodType type) {
    super(type);
    setTarget(slowly(MISS));
  }

  /** Does what the site is for, for any operands. */
  abstract Object execute(Object[] arguments);

  /** Returns a fast way for these operands and others like them; null if there is none. */
  abstract @Nullable Link link(Run run, Object[] arguments);

  /** Returns the general way as a method handle of the site's type. */
  MethodHandle general() {
    return slowly(EXECUTE);
  }

  private MethodHandle slowly(MethodHandle method) {
    MethodHandle spread = method.bindTo(this).asCollector(Object[].class, type().parameterCount());
    return Handles.adapt(spread, type());
  }

  @SuppressWarnings("unused") // called through MISS
  private Object miss(Object[] arguments) {
    if (++calls > CALLS_BEFORE_LINKING) {
      relink((Run) arguments[0], arguments);
    }
    return execute(arguments);
  }

  private synchronized void relink(Run run, Object[] arguments) {
    if (settled) {
      return;
    }
    if (linkage != run.linkage()) {
      restart(run);
    }
    Link link = links == MOST_LINKS || restarts > MOST_RESTARTS ? null : link(run, arguments);
    if (link == null) {
      settle();
      return;
    }
    links++;
    setTarget(MethodHandles.guardWithTest(link.test(), link.target(), getTarget()));
  }

  private void restart(Run run) {
    if (links > 0) {
      restarts++;
      links = 0;
      setTarget(slowly(MISS));
    }
    linkage = run.linkage();
  }

  /** From now on operands that no link is for go the general way at once. */
  private void settle() {
    settled = true;
    setTarget(general());
  }
}
