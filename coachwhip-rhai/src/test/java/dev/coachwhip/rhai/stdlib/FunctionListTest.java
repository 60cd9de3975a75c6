package dev.coachwhip.rhai.stdlib;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coachwhip.rhai.runtime.FunctionIndex;
import dev.coachwhip.rhai.runtime.Overload;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionListTest {

  @Test
  void list_ofTheLibrary_isUpToDate() throws IOException {
    try (InputStream in = StandardLibrary.class.getResourceAsStream(StandardLibrary.LIST)) {
      assertThat(new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8))
          .as("functions were changed: run WriteFunctionList")
          .isEqualTo(WriteFunctionList.text());
    }
  }

  @Test
  void index_ofTheList_isThatOfTheAnnotations() {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    FunctionIndex read = FunctionIndex.read(lookup, List.of(WriteFunctionList.text().split("\n")));
    FunctionIndex declared = FunctionIndex.of(lookup, StandardLibrary.classes());
    assertThat(read.names()).isEqualTo(declared.names());
    for (String name : declared.names()) {
      assertThat(read.overloads(name)).hasSameSizeAs(declared.overloads(name));
      for (Overload overload : declared.overloads(name)) {
        assertThat(read.overloads(name))
            .anySatisfy(other -> {
              assertThat(other.parameterTypes()).isEqualTo(overload.parameterTypes());
              assertThat(other.isPure()).isEqualTo(overload.isPure());
              assertThat(other.isByReference()).isEqualTo(overload.isByReference());
              assertThat(other.handle().type()).isEqualTo(overload.handle().type());
            });
      }
    }
  }
}
