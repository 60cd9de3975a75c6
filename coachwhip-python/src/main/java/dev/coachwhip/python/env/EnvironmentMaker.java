package dev.coachwhip.python.env;

import dev.coachwhip.error.BackendException;
import dev.coachwhip.error.ErrorDetails;
import dev.coachwhip.python.ffi.HostPlatform;
import dev.coachwhip.python.locate.CommandsOnPath;
import dev.coachwhip.python.locate.InterpreterSearch;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes one environment, or finds that the one there will do. */
public final class EnvironmentMaker {

  private final EnvironmentPlace place;
  private final Inputs inputs;
  private final @Nullable String python;
  private final Consumer<String> progress;

  /**
   * Prepares it; reads nothing yet.
   *
   * @param python which interpreter, as for {@link InterpreterSearch#find}; null to search
   * @param progress told each line that uv or pip prints
   */
  public EnvironmentMaker(
      EnvironmentPlace place, Inputs inputs, @Nullable String python, Consumer<String> progress) {
    this.place = place;
    this.inputs = inputs;
    this.python = python;
    this.progress = progress;
  }

  /**
   * Returns an environment that holds what is asked. One that was made of the same inputs with the
   * same interpreter is taken as it is, without a child process.
   *
   * @throws BackendException if it cannot be made; the one there before stays as it was
   */
  public EnvironmentTree create() {
    try {
      String digest = inputs.digest();
      String search = new Digest().add("search", InterpreterSearch.settings(python)).hex();
      Optional<EnvironmentTree> ready = ready(digest, search);
      return ready.isPresent() ? ready.get() : createLocked(digest, search);
    } catch (IOException e) {
      throw failure(e instanceof InterruptedIOException ? "interrupted" : reason(e), e);
    }
  }

  private Optional<EnvironmentTree> ready(String digest, String search) {
    return place
        .tree()
        .filter(tree -> tree.lock().inputs().equals(digest))
        .filter(tree -> tree.lock().search().equals(search))
        .filter(EnvironmentTree::hasItsInterpreter);
  }

  private EnvironmentTree createLocked(String digest, String search) throws IOException {
    try (PlaceLock _ = place.lock()) {
      Optional<EnvironmentTree> ready = ready(digest, search); // made while we waited
      if (ready.isPresent()) {
        return ready.get();
      }
      BaseInterpreter base = BaseInterpreter.of(InterpreterSearch.find(python).python());
      Optional<EnvironmentTree> same = place.tree().filter(tree -> fits(tree, digest, base));
      return same.isPresent() ? foundAgain(same.get(), search) : make(base, digest, search);
    }
  }

  private static boolean fits(EnvironmentTree tree, String digest, BaseInterpreter base) {
    return tree.lock().inputs().equals(digest) && tree.lock().interpreter().equals(base.identity());
  }

  /** Another PATH, say, that leads to the same interpreter. */
  private static EnvironmentTree foundAgain(EnvironmentTree tree, String search)
      throws IOException {
    EnvironmentTree found = new EnvironmentTree(tree.path(), tree.lock().withSearch(search));
    found.lock().write(tree.path());
    return found;
  }

  private EnvironmentTree make(BaseInterpreter base, String digest, String search)
      throws IOException {
    Path path = place.newTree();
    try {
      List<String> packages = install(tool(), base, path);
      LockFile lock = new LockFile(digest, search, base.identity(), base.version(), packages);
      lock.write(path);
      place.publish(path);
      return new EnvironmentTree(path, lock);
    } catch (ToolFailure e) {
      Deletion.delete(path);
      throw failure(withAdvice(e, base), e);
    } catch (IOException e) {
      Deletion.delete(path);
      throw e;
    }
  }

  private List<String> install(PackageTool tool, BaseInterpreter base, Path path)
      throws IOException {
    tool.make(base, path, inputs.basePackages());
    return inputs.isEmpty() ? List.of() : tool.install(base, path, inputs);
  }

  private PackageTool tool() {
    ToolRuns runs = new ToolRuns(inputs.offline(), progress);
    return CommandsOnPath.find(HostPlatform.IS_WINDOWS ? "uv.exe" : "uv")
        .<PackageTool>map(uv -> new UvTool(uv, runs))
        .orElseGet(() -> new PipTool(runs));
  }

  private String withAdvice(ToolFailure failure, BaseInterpreter base) {
    String advice = failure.advice(base, inputs);
    return advice.isEmpty() ? reason(failure) : advice + "\n" + reason(failure);
  }

  private static String reason(IOException e) {
    return String.valueOf(e.getMessage());
  }

  private BackendException failure(String reason, Exception cause) {
    return new BackendException(
        ErrorDetails.of(
                "python", "cannot make the environment '%s': %s".formatted(place.name(), reason))
            .causedBy(cause));
  }
}
