package dev.coachwhip.spi;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A value converted for a script or for Java. There are many, so a recording has to ask for it. */
@Name("dev.coachwhip.Conversion")
@Label("Conversion")
@Description("A value converted between Java and a script, with all that is inside of it")
@Category("Coachwhip")
@Enabled(false)
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // read by the recorder
final class ConversionEvent extends Event {

  @Label("Direction")
  @Description("toScript or fromScript")
  private final String direction;

  @Label("Type")
  @Description("The name of the value's type before the conversion")
  private String type = "";

  private ConversionEvent(boolean toScript) {
    direction = toScript ? "toScript" : "fromScript";
  }

  static @Nullable Object begun(boolean toScript) {
    ConversionEvent event = new ConversionEvent(toScript);
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return event;
  }

  void end(String typeName) {
    end();
    if (shouldCommit()) {
      type = typeName;
      commit();
    }
  }
}
