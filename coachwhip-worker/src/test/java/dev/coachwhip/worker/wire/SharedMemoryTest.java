package dev.coachwhip.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coachwhip.ScriptArray;
import dev.coachwhip.worker.SharedArrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SharedMemoryTest {

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void folder_isGone_afterClose() {
    Loopback loopback = new Loopback();
    Path folder = loopback.hostMemory.folder().orElseThrow();
    Object _ = loopback.javaToWorker(new double[10_000]);

    loopback.close();

    assertThat(folder).doesNotExist();
  }

  @Test
  void files_areGone_onceBothSidesHaveMappedThem() throws IOException {
    try (Loopback loopback = new Loopback()) {
      Object _ = loopback.javaToWorker(new double[10_000]);

      assertThat(files(loopback.hostMemory.folder().orElseThrow())).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void folder_isForItsOwnerOnly() throws IOException {
    try (Loopback loopback = new Loopback()) {
      Path folder = loopback.hostMemory.folder().orElseThrow();

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.getParent())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void sweep_deletesFoldersThatNobodyLocks_andNoOthers(@TempDir Path place) throws IOException {
    HostFolder alive = HostFolder.create(place);
    Path dead = Files.createDirectory(place.resolve("coachwhip-dead"));
    Path worker = Files.createDirectory(dead.resolve("worker"));
    Path _ = Files.createFile(dead.resolve("lock"));
    Path _ = Files.createFile(worker.resolve("memory"));
    Path other = Files.createDirectory(place.resolve("another"));

    HostFolder.sweep(place, Duration.ofHours(1));
    assertThat(dead).exists();
    HostFolder.sweep(place, Duration.ofSeconds(-1));

    assertThat(dead).doesNotExist();
    assertThat(alive.folder().path()).exists();
    assertThat(other).exists();
  }

  @Test
  void sharedArray_leavesNoFile_onceItIsClosed() throws IOException {
    Path folder = HostFolder.get().folder().path();
    int before = files(folder).size();
    ScriptArray array = SharedArrays.allocate("float64", 1000);
    assertThat(files(folder)).hasSize(before + 1);

    array.close();

    assertThat(files(folder)).hasSize(before);
  }

  @Test
  void grant_beyondWhatTheWorkerMayHave_isRefused() {
    try (SharedMemory memory = SharedMemory.ofHost(1 << 20)) {
      assertThat(granted(memory, 1 << 20).getBoolean()).isTrue();
      assertThat(granted(memory, 1 << 15).getBoolean()).isFalse();
      assertThat(granted(memory, 1L << 60).getBoolean()).isFalse();
      assertThatExceptionOfType(WireFormatException.class).isThrownBy(() -> granted(memory, -1));
      assertThatExceptionOfType(WireFormatException.class)
          .isThrownBy(() -> granted(memory, 1_000_001));
    }
  }

  private static WireReader granted(SharedMemory memory, long bytes) {
    WireWriter answer = new WireWriter();
    memory.grant(Loopback.written(out -> out.putLong(bytes)), answer);
    return new WireReader(answer.toBuffer());
  }

  @Test
  void notes_thatMakeNoSense_areRefused() {
    try (Loopback loopback = new Loopback()) {
      Object there = Objects.requireNonNull(loopback.javaToWorker(new double[10_000]));
      for (int kind = 0; kind < 10; kind++) {
        int number = kind % 2 == 0 ? 77 : 1;
        int of = kind;
        boolean isSensible = number == 1 && kind <= 3;
        if (!isSensible) {
          assertThatExceptionOfType(WireFormatException.class)
              .isThrownBy(() -> loopback.hostMemory.take(note(of, number)));
        }
      }
      loopback.hostMemory.take(note(3, 1));
      assertThatExceptionOfType(WireFormatException.class)
          .isThrownBy(() -> loopback.hostMemory.take(note(3, 1)));
      assertThat(there).isNotNull();
    }
  }

  private static WireReader note(int kind, int number) {
    return Loopback.written(out -> {
      out.putByte(kind);
      out.putInt(number);
    });
  }

  @Test
  void sizes_areAnEighthMoreAtMost() {
    for (long bytes = 1 << 16; bytes < 1L << 40; bytes = bytes * 5 / 4 + 3) {
      long size = FreeSegments.sizeFor(bytes);
      assertThat(size).isBetween(bytes, bytes + bytes / 8 + 4096);
      assertThat(FreeSegments.sizeFor(size)).isEqualTo(size);
    }
  }

  @Test
  void free_keepsNoMoreThanItsShare() {
    try (Loopback loopback = new Loopback()) {
      for (int i = 0; i < 40; i++) {
        try (ScriptArray array =
            (ScriptArray)
                Objects.requireNonNull(loopback.javaToWorker(new double[1 << 20 | i << 17]))) {
          assertThat(array.rank()).isOne();
        }
      }
      assertThat(loopback.workerMemory.mappedBytes()).isLessThanOrEqualTo(256L << 20);
      assertThat(loopback.hostMemory.mappedBytes()).isEqualTo(loopback.workerMemory.mappedBytes());
    }
  }
}
