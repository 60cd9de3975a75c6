package dev.coachwhip.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.coachwhip.HostArgumentException;
import dev.coachwhip.error.ScriptException;
import dev.coachwhip.python.ffi.HostPlatform;
import dev.coachwhip.spi.EngineLog;
import dev.coachwhip.spi.RunQueue;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/** What may depend on what; module descriptors cannot say all of it. */
@AnalyzeClasses(packages = "dev.coachwhip", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String OURS = "dev.coachwhip..";
  private static final String[] CORE = {
    "dev.coachwhip",
    "dev.coachwhip.error",
    "dev.coachwhip.spi",
    "dev.coachwhip.spi.exposed",
    "dev.coachwhip.internal.."
  };
  private static final String BUNDLE = "dev.coachwhip.python.bundle..";
  private static final String FFI = "dev.coachwhip.python.ffi";
  private static final String WORKER_FFI = "dev.coachwhip.worker.ffi";

  @ArchTest
  static final ArchRule core_dependsOnNoOtherModule =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(OURS)
                  .and(JavaClass.Predicates.resideOutsideOfPackages(CORE)));

  @ArchTest
  static final ArchRule error_dependsOnNothingElseOfOurs =
      noClasses()
          .that()
          .resideInAPackage("dev.coachwhip.error")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(OURS)
                  .and(JavaClass.Predicates.resideOutsideOfPackage("dev.coachwhip.error")));

  @ArchTest
  static final ArchRule python_doesNotDependOnWhatUsesIt =
      noClasses()
          .that()
          .resideInAPackage("dev.coachwhip.python..")
          .and()
          .resideOutsideOfPackage(BUNDLE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BUNDLE, "dev.coachwhip.arrow..", "dev.coachwhip.cli..");

  @ArchTest
  static final ArchRule bundle_doesNotDependOnTheProgram =
      noClasses()
          .that()
          .resideInAPackage(BUNDLE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.coachwhip.cli..");

  @ArchTest
  static final ArchRule worker_dependsOnNoBackend =
      noClasses()
          .that()
          .resideInAPackage("dev.coachwhip.worker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.coachwhip.python..", "dev.coachwhip.cli..");

  @ArchTest
  static final ArchRule workersCalls_knowNothingOfEnginesAndValues =
      noClasses()
          .that()
          .resideInAPackage("dev.coachwhip.worker.call")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(OURS)
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "dev.coachwhip.worker.call", "dev.coachwhip.worker.wire")));

  @ArchTest
  static final ArchRule workersSandbox_knowsNothingOfTheRestOfTheWorker =
      noClasses()
          .that()
          .resideInAnyPackage("dev.coachwhip.worker.sandbox", WORKER_FFI)
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("dev.coachwhip.worker..")
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "dev.coachwhip.worker.sandbox", WORKER_FFI)));

  @ArchTest
  static final ArchRule workersTwoSides_doNotUseEachOther =
      noClasses()
          .that()
          .resideInAPackage("dev.coachwhip.worker.server")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.coachwhip.worker.host");

  @ArchTest
  static final ArchRule nativeCallsAreMadeInFfiOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(FFI, WORKER_FFI)
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Linker.class, SymbolLookup.class)
          .orShould()
          .callMethodWhere(
              Predicates.target(
                      HasOwner.Predicates.With.<JavaClass>owner(
                          JavaClass.Predicates.type(MemorySegment.class)))
                  .and(Predicates.target(HasName.Predicates.name("reinterpret"))));

  @ArchTest
  static final ArchRule ffi_dependsOnNothingElseOfOurs =
      noClasses()
          .that()
          .resideInAPackage(FFI)
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(OURS)
                  .and(JavaClass.Predicates.resideOutsideOfPackage(FFI)));

  @ArchTest
  static final ArchRule interp_dependsOnWhatIsBelowItOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.coachwhip.python.interp")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(OURS)
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "dev.coachwhip.python.interp",
                          FFI,
                          "dev.coachwhip.python.locate",
                          "dev.coachwhip.python.spi",
                          "dev.coachwhip.error"))
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.type(HostArgumentException.class)
                              .or(JavaClass.Predicates.type(EngineLog.class)))));

  @ArchTest
  static final ArchRule arrays_areBelowTheConversions =
      noClasses()
          .that()
          .resideInAPackage("dev.coachwhip.python.array")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.coachwhip.python",
              "dev.coachwhip.python.convert",
              "dev.coachwhip.python.env",
              "dev.coachwhip.python.expose");

  @ArchTest
  static final ArchRule policies_dependOnTheInterpreterOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.coachwhip.python.policy")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(OURS)
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "dev.coachwhip",
                          "dev.coachwhip.python.policy",
                          "dev.coachwhip.python.interp",
                          FFI)));

  @ArchTest
  static final ArchRule environments_needNoRunningPython =
      noClasses()
          .that()
          .resideInAPackage("dev.coachwhip.python.env")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(OURS)
                  .and(
                      JavaClass.Predicates.resideOutsideOfPackages(
                          "dev.coachwhip.python.env",
                          "dev.coachwhip.python.locate",
                          "dev.coachwhip.python.spi",
                          "dev.coachwhip.error"))
                  .and(DescribedPredicate.not(JavaClass.Predicates.type(HostPlatform.class))));

  @ArchTest
  static final ArchRule convertExposeAndError_doNotDependOnTheEngine =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.coachwhip.python.convert",
              "dev.coachwhip.python.expose",
              "dev.coachwhip.python.error")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.coachwhip.python");

  @ArchTest
  static final ArchRule convert_doesNotDependOnWhatMakesObjects =
      noClasses()
          .that()
          .resideInAPackage("dev.coachwhip.python.convert")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.coachwhip.python.expose");

  @ArchTest
  static final ArchRule javaxScript_isUsedNowhere =
      noClasses().should().dependOnClassesThat().resideInAPackage("javax.script..");

  @ArchTest
  static final ArchRule exceptions_areOfTheOneFamilyOrStayInside =
      classes()
          .that()
          .areAssignableTo(Throwable.class)
          .and()
          .arePublic()
          .and()
          .resideInAnyPackage(
              "dev.coachwhip",
              "dev.coachwhip.error",
              "dev.coachwhip.spi",
              "dev.coachwhip.python",
              "dev.coachwhip.python.spi",
              "dev.coachwhip.python.bundle")
          .should()
          .beAssignableTo(ScriptException.class)
          .orShould()
          .be(HostArgumentException.class) // goes into scripts, never out of them
          .orShould()
          .be(RunQueue.ExpelledException.class); // caught by the engine whose queue it is
}
