package dev.coachwhip.spi.exposed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coachwhip.Arguments;
import dev.coachwhip.Exposed;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExposedApiTest {

  /** Above the API. */
  public interface Named {
    /** Returns the name. */
    String getName();
  }

  /** An API. */
  public interface Camera extends Named {
    /** Takes a picture. */
    default int trigger() {
      return 1;
    }

    /** Reads a file. */
    String readHDF5File(String name);

    /** Tells whether it is open; open() has that name already. */
    boolean isOpen();

    /** Opens it. */
    void open();

    /** Returns the exposure time. */
    double getExposureTime();

    /** Sets the exposure time. */
    void setExposureTime(double seconds);

    /** Not a member of an object. */
    static String kind() {
      return "camera";
    }

    @Override
    String toString();
  }

  private static ExposedProperty property(ExposedApi api, String name) {
    return Objects.requireNonNull(api.properties().get(name));
  }

  @Test
  void methods_ofAnInterface_areItsOwnAndInheritedOnes() {
    ExposedApi api = ExposedApi.of(Camera.class);

    assertThat(api.methods().keySet())
        .containsExactly(
            "get_exposure_time",
            "get_name",
            "is_open",
            "open",
            "read_hdf5_file",
            "set_exposure_time",
            "trigger");
    assertThat(api.javaNames()).containsEntry("readHDF5File", "read_hdf5_file");
    assertThat(api.method("isOpen")).isPresent();
    assertThat(api.name()).isEqualTo("Camera");
  }

  @Test
  void properties_ofAnInterface_giveWayToMethods() {
    ExposedApi api = ExposedApi.of(Camera.class);

    assertThat(api.properties().keySet()).containsExactly("exposure_time", "name");
    assertThat(property(api, "exposure_time").setter()).isPresent();
    assertThat(property(api, "name").setter()).isEmpty();
    assertThat(api.javaNames()).containsEntry("exposureTime", "exposure_time");
  }

  /** A record. */
  public record Reading(double value, String unit) {
    /** Returns it as text. */
    public String text() {
      return value + " " + unit;
    }
  }

  @Test
  void record_read_hasItsComponentsAsProperties() throws Exception {
    ExposedApi api = ExposedApi.of(Reading.class);

    assertThat(api.properties().keySet()).containsExactly("unit", "value");
    assertThat(api.methods().keySet()).containsExactly("text");
    Object unit =
        property(api, "unit")
            .getter()
            .prepare(Arguments.of("unit", new dev.coachwhip.ScriptValue[0], Map.of()))
            .on(new Reading(2, "mm"));
    assertThat(unit).isEqualTo("mm");
  }

  /** Methods that scripts could not tell apart. */
  public interface Clashing {
    /** One. */
    void moveAbs();

    /** Another. */
    void move_abs();

    /** One more. */
    void readX();

    /** And another. */
    void read_x();
  }

  @Test
  void names_thatMeanTwoMethods_areAllListed() {
    assertThatThrownBy(() -> Exposed.of(clashing(), Clashing.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Clashing cannot be exposed to scripts")
        .hasMessageContaining("move_abs")
        .hasMessageContaining("read_x");
  }

  private static Clashing clashing() {
    return new Clashing() {
      @Override
      public void moveAbs() {}

      @Override
      public void move_abs() {}

      @Override
      public void readX() {}

      @Override
      public void read_x() {}
    };
  }

  /** Names that no script could use. */
  public static final class BadNames {
    /** Has no possible name. */
    @Exposed.Method(name = "not a name")
    public void one() {}

    /** Has a name of the language's own. */
    @Exposed.Method(name = "__class__")
    public void two() {}
  }

  @Test
  void names_thatCannotBe_areAllListed() {
    assertThatThrownBy(() -> Exposed.of(new BadNames()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'not a name'")
        .hasMessageContaining("__class__");
  }

  @Test
  void object_withoutAnnotations_needsAnApi() {
    assertThatThrownBy(() -> Exposed.of(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Exposed.of(object, Api.class)");
  }

  /** An API that is found by its annotation. */
  @Exposed.Api
  public interface Lamp {
    /** Returns the power. */
    int power();
  }

  /** A second one. */
  @Exposed.Api
  public interface Heater {
    /** Returns the power. */
    int heat();
  }

  private record Bulb(int power) implements Lamp {}

  private record HotBulb(int power, int heat) implements Lamp, Heater {}

  @Test
  void interface_withTheAnnotation_isTheApi() {
    assertThat(Exposed.of(new Bulb(3)).api()).isSameAs(ExposedApi.of(Lamp.class));
  }

  @Test
  void interfaces_twoWithTheAnnotation_mustBeChosenFrom() {
    assertThatThrownBy(() -> Exposed.of(new HotBulb(3, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Lamp")
        .hasMessageContaining("Heater");
  }

  /** Generic, so that the API of one that extends it knows what T is. */
  public interface Axis<T> {
    /** Moves. */
    void move(T target);
  }

  /** Knows. */
  public interface LinearAxis extends Axis<Double> {}

  @Test
  void typeVariables_boundByTheApi_areKnown() {
    ExposedApi api = ExposedApi.of(LinearAxis.class);

    assertThat(api.method("move").orElseThrow().signatures())
        .containsExactly("void move(Double target)");
  }

  @Test
  void exposed_ofTheSameObject_areEqual() {
    Bulb bulb = new Bulb(1);

    assertThat(Exposed.of(bulb))
        .isEqualTo(Exposed.of(bulb, Lamp.class))
        .hasSameHashCodeAs(Exposed.of(bulb))
        .isNotEqualTo(Exposed.of(new Bulb(1)))
        .isNotEqualTo(Exposed.of(bulb, Record.class));
  }
}
