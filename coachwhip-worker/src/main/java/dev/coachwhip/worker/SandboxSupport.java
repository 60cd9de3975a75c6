package dev.coachwhip.worker;

import dev.coachwhip.worker.ffi.LinuxArchitecture;
import dev.coachwhip.worker.sandbox.SandboxFeature;
import dev.coachwhip.worker.sandbox.SandboxFeatures;
import java.util.ArrayList;
import java.util.List;

/** What this system's kernel can enforce on workers ({@link dev.coachwhip.Sandbox}). */
public final class SandboxSupport {

  private SandboxSupport() {}

  /**
   * Something that a sandbox is made of.
   *
   * @param name such as {@code "Landlock"}
   * @param present whether it is there
   * @param detail what is there, or what it means that it is missing, in a few words
   */
  public record Part(String name, boolean present, String detail) {}

  /** Tells whether this system has a sandbox for workers at all: Linux on x86-64 and arm64. */
  public static boolean isKnownSystem() {
    return LinuxArchitecture.current().isPresent();
  }

  /** Asks the kernel for each part. */
  public static List<Part> parts() {
    SandboxFeatures features = SandboxFeatures.probe();
    List<Part> parts = new ArrayList<>();
    for (SandboxFeature feature : SandboxFeature.values()) {
      boolean present = features.has(feature);
      parts.add(
          new Part(
              feature.title(), present, present ? detail(feature, features) : feature.without()));
    }
    return parts;
  }

  private static String detail(SandboxFeature feature, SandboxFeatures features) {
    return feature == SandboxFeature.LANDLOCK ? "version " + features.landlockVersion() : "present";
  }
}
