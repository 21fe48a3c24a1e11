// SPDX-License-Identifier: Apache-2.0
package dev.clew;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The map of docs/architecture.md, executable: an import that the map does not list fails, and so
 * does an entry nothing uses.
 */
class ArchitectureTest {
  private static final String ROOT = "dev.clew.";

  /** package → the packages of ours it may import */
  private static final Map<String, Set<String>> MAP = ArchitectureMap.PACKAGES;

  private static JavaClasses all;

  @BeforeAll
  static void importClasses() {
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.clew");
  }

  @Test
  void seesEveryPackageOfTheMap() {
    assertThat(packagesSeen()).isEqualTo(new TreeSet<>(MAP.keySet()));
    assertThat(all.size()).isGreaterThan(100);
  }

  @Test
  void importsOnlyWhatTheMapListsAndUsesAllOfIt() {
    Map<String, Set<String>> used = new TreeMap<>();
    MAP.keySet().forEach(name -> used.put(name, new TreeSet<>()));
    for (JavaClass type : all) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String from = nameOf(type);
        String to = nameOf(dependency.getTargetClass().getBaseComponentType());
        if (!to.isEmpty() && !from.equals(to)) {
          used.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
        }
      }
    }
    Map<String, Set<String>> map = new TreeMap<>();
    MAP.forEach((name, allowed) -> map.put(name, new TreeSet<>(allowed)));
    assertThat(used).as("imports between packages, against the map").isEqualTo(map);
  }

  @Test
  void hasNoCycles() {
    slices().matching("dev.clew.(**)").should().beFreeOfCycles().check(all);
  }

  @Test
  void keepsLibrariesAtHome() {
    ArchitectureMap.LIBRARIES.forEach(
        (library, homes) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    homes.stream().map(home -> ROOT + home + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(library + " lives only in " + homes)
                .check(all));
  }

  @Test
  void showsNoLibraryTypeOutsideItsPackage() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should(mentionOnlyOursAndTheJdk())
        .check(all);
  }

  /** What lies behind the door only {@code store.lucene} may import: the map says so. */
  @Test
  void sealsTheStore() {
    Set<String> visible =
        all.stream()
            .filter(type -> nameOf(type).equals("store.lucene") && type.isTopLevelClass())
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    assertThat(visible).containsExactly("LuceneLogStores");
  }

  @Test
  void keepsTheDomainImmutable() {
    methods()
        .that()
        .areDeclaredInClassesThat(
            DescribedPredicate.describe("are ours alone", type -> !extendsLibrary(type)))
        .and()
        .areNotPrivate()
        .should()
        .haveNameNotMatching("set[A-Z].*")
        .check(all);
    classes()
        .that()
        .resideInAPackage("dev.clew.event")
        .and()
        .arePublic()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(all);
  }

  @Test
  void letsTheWorldInOnlyThroughApp() {
    DescribedPredicate<JavaClass> outside =
        DescribedPredicate.describe("reside outside app", type -> !nameOf(type).equals("app"));
    Map<Class<?>, List<String>> doors =
        Map.of(
            System.class, List.of("getenv", "getProperty", "exit", "currentTimeMillis"),
            java.time.Instant.class, List.of("now"),
            java.time.LocalDateTime.class, List.of("now"),
            java.time.LocalDate.class, List.of("now"),
            java.time.ZonedDateTime.class, List.of("now"),
            java.time.OffsetDateTime.class, List.of("now"),
            java.time.ZoneId.class, List.of("systemDefault"),
            java.time.Clock.class, List.of("systemUTC", "systemDefaultZone"),
            java.nio.charset.Charset.class, List.of("defaultCharset"),
            java.util.Locale.class, List.of("getDefault"));
    doors.forEach(
        (owner, names) ->
            names.forEach(
                name ->
                    noClasses()
                        .that(outside)
                        .should()
                        .callMethodWhere(
                            DescribedPredicate.describe(
                                owner.getSimpleName() + "." + name,
                                call ->
                                    call.getTargetOwner().isEquivalentTo(owner)
                                        && call.getName().equals(name)
                                        && (!name.equals("now")
                                            || call.getTarget().getRawParameterTypes().isEmpty())))
                        .check(all)));
    noClasses().that(outside).should().accessField(System.class, "out").check(all);
    noClasses().that(outside).should().accessField(System.class, "err").check(all);
  }

  @Test
  void throwsPlainErrors() {
    noClasses()
        .should()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "a bare Exception, RuntimeException or Error",
                call ->
                    Stream.of(Exception.class, RuntimeException.class, Error.class)
                            .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type))
                        && !call.getOriginOwner().isAssignableTo(Throwable.class)))
        .check(all);
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "printStackTrace", call -> call.getName().equals("printStackTrace")))
        .check(all);
  }

  @Test
  void namesThingsForWhatTheyAre() {
    classes()
        .should()
        .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl|Data|Info|Dto|Base)$")
        .check(
            all.that(
                DescribedPredicate.describe(
                    "are top level", type -> !type.getSimpleName().equals("package-info"))));
    assertThat(packagesSeen())
        .noneMatch(
            name -> Set.of("util", "common", "misc", "helper", "impl", "internal").contains(name));
  }

  @Test
  void marksEveryPackageForNulls() {
    Set<String> marked =
        all.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
            .map(ArchitectureTest::nameOf)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(marked).isEqualTo(packagesSeen());
  }

  private static ArchCondition<JavaMethod> mentionOnlyOursAndTheJdk() {
    return new ArchCondition<>(
        "mention only our types and the JDK's, outside the packages that hold a library") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        String home = nameOf(method.getOwner());
        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
            .map(JavaClass::getBaseComponentType)
            .filter(type -> !isPlain(type) && !ArchitectureMap.MAY_SHOW_LIBRARIES.contains(home))
            .filter(type -> !extendsLibrary(method.getOwner()))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " shows " + type.getName())));
      }
    };
  }

  /** Such a class answers the library's calls in the library's words. */
  private static boolean extendsLibrary(JavaClass type) {
    return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
        .anyMatch(parent -> !isPlain(parent));
  }

  private static boolean isPlain(JavaClass type) {
    return type.isPrimitive()
        || type.getPackageName().startsWith("java.")
        || type.getName().startsWith(ROOT);
  }

  private static Set<String> packagesSeen() {
    return all.stream()
        .map(ArchitectureTest::nameOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The package of ours without the root; empty for anyone else's class. */
  private static String nameOf(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
  }
}
