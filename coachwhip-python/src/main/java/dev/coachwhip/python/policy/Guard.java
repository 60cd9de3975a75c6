package dev.coachwhip.python.policy;

import dev.coachwhip.Policy;
import dev.coachwhip.python.ffi.PyDicts;
import dev.coachwhip.python.ffi.PyEvals;
import dev.coachwhip.python.interp.Attachment;
import dev.coachwhip.python.interp.Raised;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Holds scripts to one policy; the engines that have it share this. Never forgotten, since code of
 * a closed engine may still be called.
 */
public final class Guard {

  private static final ConcurrentHashMap<Policy, Guard> GUARDS = new ConcurrentHashMap<>();

  /** All of them: what threads of unknown origin are held to. */
  private static final List<Guard> ALL = new CopyOnWriteArrayList<>();

  private final Policy policy;
  private final ModuleRules modules;
  private final FileRules files;
  private final long builtins;
  private final long environment;

  private Guard(Policy policy, Attachment attachment) {
    if (policy.coversLibraries()) {
      GuardedPython.coverLibraries(attachment);
      ImportCheck.coverLibraries();
    }
    this.policy = policy;
    this.modules = new ModuleRules(policy);
    this.files = new FileRules(policy);
    this.builtins = GuardedPython.builtins(attachment);
    this.environment = Raised.check(PyDicts.PyDict_New());
  }

  /**
   * Returns the guard for a policy; the first one installs the audit hook, for ever. Attached.
   *
   * @return null if the policy is open
   */
  public static @Nullable Guard of(Policy policy, Attachment attachment) {
    if (policy.isOpen()) {
      return null;
    }
    synchronized (GUARDS) {
      GuardedPython.install(attachment);
      LibraryFolders.refresh(attachment);
      Guard guard = GUARDS.get(policy);
      if (guard == null) {
        guard = new Guard(policy, attachment);
        GUARDS.put(policy, guard);
        ALL.add(guard);
      }
      return guard;
    }
  }

  /** Returns the module {@code builtins} of the engine's scripts, borrowed for ever. */
  public long builtins() {
    return builtins;
  }

  /** Returns the environment variables that its scripts see, a dict, borrowed for ever. */
  long environment() {
    return environment;
  }

  Policy policy() {
    return policy;
  }

  ModuleRules modules() {
    return modules;
  }

  FileRules files() {
    return files;
  }

  static List<Guard> all() {
    return ALL;
  }

  /** Returns the guard whose scripts have these builtins, null for none. */
  static @Nullable Guard ofBuiltins(long dict) {
    for (Guard guard : ALL) {
      if (PyEvals.PyModule_GetDict(guard.builtins) == dict) {
        return guard;
      }
    }
    return null;
  }
}
