package dev.coachwhip.python.bundle;

/** A part of the bundle that comes in a jar of its own. */
enum Component {
  CPYTHON("cpython", "CPython", ""),
  NUMPY("numpy", "NumPy", "python/"),
  SCIPY("scipy", "SciPy", "python/"),
  OPENBLAS("openblas", "OpenBLAS", "");

  private final String artifactId;
  private final String displayName;
  private final String contentFolder;

  Component(String artifactId, String displayName, String contentFolder) {
    this.artifactId = artifactId;
    this.displayName = displayName;
    this.contentFolder = contentFolder;
  }

  String artifactId() {
    return artifactId;
  }

  String displayName() {
    return displayName;
  }

  /** The folder in its jar that holds what is of use here, with a slash at the end. */
  String root(Platform platform) {
    return "org/bytedeco/" + artifactId + "/" + platform.classifier() + "/" + contentFolder;
  }

  /** The Maven coordinates to add to a build, {@code group:artifact:version:classifier}. */
  String coordinates(Platform platform) {
    return "org.bytedeco:"
        + artifactId
        + ":"
        + BuiltWith.version(this)
        + ":"
        + platform.classifier();
  }

  /** The part of a file name before the version: {@code "cpython-"}. */
  String filePrefix() {
    return artifactId + "-";
  }
}
