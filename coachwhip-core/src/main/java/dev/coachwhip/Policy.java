package dev.coachwhip;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What scripts are allowed to do. In this process ({@link Isolation#NONE}) a policy is a guard rail
 * and no sandbox: it stops mistakes and naive scripts, not a determined attacker, who shares the
 * process's memory. In a process of its own ({@link Isolation#PROCESS}) the system's kernel
 * enforces it too, where it can; see {@link Sandbox}.
 *
 * <p>What is refused is a {@link dev.coachwhip.error.PolicyViolationException} that names it. In
 * the script it is an exception that the script may catch, as it may that of a missing permission.
 *
 * <p>Immutable.
 */
public final class Policy {

  /** Something that a policy allows or denies as a whole. */
  public enum Operation {
    /** Making and using sockets, looking up names of hosts. */
    SOCKETS,
    /** Starting, replacing, tracing and signalling processes. */
    PROCESSES,
    /** Calling native code by address or library, such as through Python's ctypes. */
    NATIVE_CODE,
    /** Ending the process, such as by Python's {@code os._exit}. */
    EXIT,
    /** Reading and changing environment variables. */
    ENVIRONMENT
  }

  /** Pure computation: nothing here reaches out of the script by itself. */
  private static final List<String> ANALYSIS_MODULES =
      List.of(
          "__future__",
          "abc",
          "array",
          "base64",
          "binascii",
          "bisect",
          "calendar",
          "cmath",
          "coachwhip",
          "collections",
          "contextlib",
          "copy",
          "csv",
          "dataclasses",
          "datetime",
          "decimal",
          "enum",
          "fractions",
          "functools",
          "graphlib",
          "hashlib",
          "heapq",
          "hmac",
          "io",
          "itertools",
          "json",
          "math",
          "numbers",
          "numpy",
          "operator",
          "pprint",
          "random",
          "re",
          "scipy",
          "statistics",
          "string",
          "struct",
          "textwrap",
          "time",
          "traceback",
          "types",
          "typing",
          "unicodedata",
          "uuid",
          "warnings",
          "zlib",
          "zoneinfo");

  private static final Policy OPEN = builder().build();
  private static final Policy ANALYSIS =
      builder()
          .allowModules(ANALYSIS_MODULES.toArray(String[]::new))
          .denyFiles()
          .deny(Operation.values())
          .build();

  private final @Nullable Set<String> allowedModules;
  private final Set<String> deniedModules;
  private final boolean coversLibraries;
  private final boolean restrictsFiles;
  private final List<Path> readable;
  private final List<Path> writable;
  private final Set<Operation> denied;

  private Policy(Builder builder) {
    allowedModules = builder.allowedModules == null ? null : Set.copyOf(builder.allowedModules);
    deniedModules = Set.copyOf(builder.deniedModules);
    coversLibraries = builder.coversLibraries;
    restrictsFiles = builder.restrictsFiles;
    readable = List.copyOf(builder.readable);
    writable = List.copyOf(builder.writable);
    denied = Set.copyOf(builder.denied);
  }

  /** Returns the policy that allows everything, the default. */
  public static Policy open() {
    return OPEN;
  }

  /**
   * Returns the policy for computing with data that the host hands over: NumPy, SciPy and modules
   * of the standard library that only compute; no files, sockets, processes, native code, exit or
   * environment.
   */
  public static Policy analysis() {
    return ANALYSIS;
  }

  /** Returns a builder that begins with {@link #open()}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that begins with this policy. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.allowedModules = allowedModules == null ? null : new TreeSet<>(allowedModules);
    builder.deniedModules.addAll(deniedModules);
    builder.coversLibraries = coversLibraries;
    builder.restrictsFiles = restrictsFiles;
    builder.readable.addAll(readable);
    builder.writable.addAll(writable);
    builder.denied.addAll(denied);
    return builder;
  }

  /** Tells whether everything is allowed. */
  public boolean isOpen() {
    return !restrictsModules() && !restrictsFiles && denied.isEmpty();
  }

  /** Tells whether some modules may not be imported. */
  public boolean restrictsModules() {
    return allowedModules != null || !deniedModules.isEmpty();
  }

  /**
   * Returns the modules that may be imported, unmodifiable; empty if all but the denied ones may.
   */
  public Optional<Set<String>> allowedModules() {
    return Optional.ofNullable(allowedModules);
  }

  /** Returns the modules that may not be imported, unmodifiable. */
  public Set<String> deniedModules() {
    return deniedModules;
  }

  /**
   * Tells whether a module may be imported: neither it nor a package it lies in is denied, and one
   * of them is allowed.
   *
   * @param name its full name, with dots
   */
  public boolean allowsModule(String name) {
    return !covers(deniedModules, name) && (allowedModules == null || covers(allowedModules, name));
  }

  private static boolean covers(Set<String> modules, String name) {
    for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
      if (modules.contains(name.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether the rules for modules hold for what libraries import as well. */
  public boolean coversLibraries() {
    return coversLibraries;
  }

  /** Tells whether only {@link #readable()} and {@link #writable()} files may be used. */
  public boolean restrictsFiles() {
    return restrictsFiles;
  }

  /** Returns files and folders that may be read, with all in them; absolute, unmodifiable. */
  public List<Path> readable() {
    return readable;
  }

  /** Returns files and folders that may be read and written, with all in them. */
  public List<Path> writable() {
    return writable;
  }

  /** Tells whether an operation is allowed. */
  public boolean allows(Operation operation) {
    return !denied.contains(operation);
  }

  /** Returns the denied operations, unmodifiable. */
  public Set<Operation> denied() {
    return denied;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Policy that
        && Objects.equals(allowedModules, that.allowedModules)
        && deniedModules.equals(that.deniedModules)
        && coversLibraries == that.coversLibraries
        && restrictsFiles == that.restrictsFiles
        && readable.equals(that.readable)
        && writable.equals(that.writable)
        && denied.equals(that.denied);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        allowedModules, deniedModules, coversLibraries, restrictsFiles, readable, writable, denied);
  }

  @Override
  public String toString() {
    if (isOpen()) {
      return "Policy.open()";
    }
    return equals(ANALYSIS) ? "Policy.analysis()" : "Policy[" + describe() + "]";
  }

  private String describe() {
    List<String> parts = new ArrayList<>();
    if (allowedModules != null) {
      parts.add("modules " + new TreeSet<>(allowedModules));
    }
    if (!deniedModules.isEmpty()) {
      parts.add("not modules " + new TreeSet<>(deniedModules));
    }
    if (restrictsFiles) {
      parts.add("files to read " + readable + ", to write " + writable);
    }
    if (!denied.isEmpty()) {
      parts.add("not " + denied.stream().sorted().toList());
    }
    return String.join("; ", parts);
  }

  /** Builds a policy. Not threadsafe. */
  public static final class Builder {

    private @Nullable Set<String> allowedModules;
    private final Set<String> deniedModules = new TreeSet<>();
    private boolean coversLibraries;
    private boolean restrictsFiles;
    private final Collection<Path> readable = new ArrayList<>();
    private final Collection<Path> writable = new ArrayList<>();
    private final Set<Operation> denied = EnumSet.noneOf(Operation.class);

    private Builder() {}

    /**
     * Allows modules, with their submodules, beside those that were allowed before. Once any was,
     * all others are denied.
     *
     * @param names full names
     */
    public Builder allowModules(String... names) {
      if (allowedModules == null) {
        allowedModules = new TreeSet<>();
      }
      allowedModules.addAll(List.of(names));
      return this;
    }

    /** Denies modules, with their submodules, even where a package they lie in is allowed. */
    public Builder denyModules(String... names) {
      deniedModules.addAll(List.of(names));
      return this;
    }

    /**
     * Has the rules for modules hold for what imported libraries import in their turn as well.
     * Otherwise, which is the default, they hold for what the script's own code imports.
     */
    public Builder coverLibraries(boolean covers) {
      coversLibraries = covers;
      return this;
    }

    /** Denies all use of files but for what is allowed by path; modules can still be imported. */
    public Builder denyFiles() {
      restrictsFiles = true;
      return this;
    }

    /**
     * Denies all use of files but for reading these files and folders, and what else is allowed.
     */
    public Builder allowReading(Path... paths) {
      restrictsFiles = true;
      List.of(paths).forEach(path -> readable.add(path.toAbsolutePath().normalize()));
      return this;
    }

    /**
     * Denies all use of files but for reading and writing these files and folders, and what else is
     * allowed.
     */
    public Builder allowWriting(Path... paths) {
      restrictsFiles = true;
      List.of(paths).forEach(path -> writable.add(path.toAbsolutePath().normalize()));
      return this;
    }

    /** Denies operations. */
    public Builder deny(Operation... operations) {
      denied.addAll(List.of(operations));
      return this;
    }

    /** Allows operations that were denied. */
    public Builder allow(Operation... operations) {
      denied.removeAll(List.of(operations));
      return this;
    }

    /** Returns the policy. */
    public Policy build() {
      return new Policy(this);
    }
  }
}
