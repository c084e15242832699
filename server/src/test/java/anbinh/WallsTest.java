package anbinh;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModules;

/// The walls between features: each uses only the features in its list, and of them only what they
/// offer; packages stand in one order; a table is its owner's. `media`, `seal` and `vision` are
/// libraries; the first two are walled by their own `module-info`.
class WallsTest {
  private static final Set<String> MOUNT_TABLE =
      Set.of("java/nio/file/Files.getFileStore", "java/nio/file/FileSystem.getFileStores");

  /// The people's side.
  private static final String[] PEOPLE = {
    "anbinh.team..",
    "anbinh.teamwork..",
    "anbinh.situation..",
    "anbinh.mediation..",
    "anbinh.measure..",
    "anbinh.programme..",
    "anbinh.standard..",
    "anbinh.campaign.."
  };

  /// Where a statement of SQL names a table of a schema.
  private static final Pattern TABLE =
      Pattern.compile(
          "\\b(delete from|from|join|into|update|table|only)\\s+(?:only\\s+)?([a-z_]+)\\.");

  /// What else the SQL of a feature may read: its rows refer to rows of the other by foreign keys.
  private static final Map<String, String> READS = Map.of("teamwork", "team");

  private static final Pattern FEATURE = Pattern.compile("anbinh\\.([a-z]+)");

  /// In a cell of a table.
  private static final Pattern NAME = Pattern.compile("`([a-z]+)`");

  private static final String MIGRATIONS = "/db/migration/";

  private static JavaClasses classes = new ClassFileImporter().importClasses();

  @BeforeAll
  static void read() {
    // What is used is known by its name; to read the JDK and the libraries too takes far longer.
    ArchConfiguration.withThreadLocalScope(configuration -> {
      configuration.setResolveMissingDependenciesFromClassPath(false);
      classes =
          new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .withImportOption(location ->
                  !location.contains("__") && !location.contains("$$")) // made by the build
              .importPackages("anbinh");
    });
  }

  /// The demonstration writes its made-up past straight into the features, and reaches into them.
  @Test
  void featuresUseOnlyWhatTheyDeclare() {
    ArchConfiguration.withThreadLocalScope(configuration -> {
      configuration.setResolveMissingDependenciesFromClassPath(false);
      ApplicationModules.of(
              AnBinh.class,
              resideInAnyPackage("anbinh.media..", "anbinh.seal..", "anbinh.vision.."))
          .detectViolations()
          .filter(
              violation -> !violation.hasMessageContaining("Module 'demo' depends on non-exposed"))
          .throwIfPresent();
    });
  }

  /// `ARCHITECTURE.md` has a row for each feature but the demonstration.
  @Test
  void theTableOfFeaturesIsWhatTheyUse() throws IOException {
    Map<String, Set<String>> told = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("..", "ARCHITECTURE.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && cells[1].matches(" `[a-z]+` ")) {
        told.put(
            cells[1].replaceAll("[ `]", ""),
            NAME.matcher(cells[3]).results().map(name -> name.group(1)).collect(toTreeSet()));
      }
    }
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass each : classes) {
      String feature = feature(each);
      if (!Set.of("", "media", "seal", "vision", "demo").contains(feature)) {
        Set<String> others = used.computeIfAbsent(feature, _ -> new TreeSet<>());
        each.getDirectDependenciesFromSelf().stream()
            .map(dependency -> feature(dependency.getTargetClass()))
            .filter(other -> !other.equals(feature) && !Set.of("", "platform").contains(other))
            .forEach(others::add);
      }
    }
    assertThat(told).isEqualTo(used);
  }

  /// The feature, or the module, that a class is of; empty for what is not ours.
  private static String feature(JavaClass of) {
    Matcher name = FEATURE.matcher(of.getBaseComponentType().getPackageName());
    return name.lookingAt() ? name.group(1) : "";
  }

  private static Collector<String, ?, Set<String>> toTreeSet() {
    return Collectors.toCollection(TreeSet::new);
  }

  @Test
  void noPackagesNeedEachOther() {
    slices().matching("anbinh.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void thePeoplesSideNeverReachesCamerasRecordingsCasesOrEvidence() {
    noClasses()
        .that()
        .resideInAnyPackage(PEOPLE)
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAnyPackage(
            "anbinh.cameras..",
            "anbinh.recording..",
            "anbinh.cases..",
            "anbinh.sightings..",
            "anbinh.evidence..")
        .check(classes);
  }

  @Test
  void nothingKnowsTheDemonstration() {
    noClasses()
        .that()
        .resideOutsideOfPackage("anbinh.demo..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("anbinh.demo..")
        .check(classes);
  }

  /// Nothing compares bodies, and what is told or kept of a pass has no place for what could: a row
  /// of numbers that a net makes of somebody.
  @Test
  void nobodyIsFoundAgainByHowTheyLook() {
    noClasses()
        .should()
        .haveNameMatching(".*(Face|Embedding|Biometric|Gait|Reidentification).*")
        .check(classes);
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage("anbinh.vision.pass", "anbinh.vision.protocol", "anbinh.sightings..")
        .should()
        .haveRawType(describe("an array of real numbers", WallsTest::isOfRealNumbers))
        .check(classes);
  }

  private static boolean isOfRealNumbers(JavaClass type) {
    return type.isArray()
        && Set.of("float", "double").contains(type.getBaseComponentType().getName());
  }

  /// A schema is a feature; its statements stand in the classes of the feature, and in those of the
  /// demonstration.
  @Test
  void theSqlOfATableStandsInItsOwnersPackages() throws IOException {
    Set<String> schemas = new TreeSet<>();
    for (Resource file : resources("classpath:db/migration/*/V1__*.sql")) {
      String path = file.getURL().getPath();
      schemas.add(
          path.substring(path.indexOf(MIGRATIONS) + MIGRATIONS.length(), path.lastIndexOf('/')));
    }
    assertThat(schemas).hasSizeGreaterThan(15);
    var wrong = new TreeSet<String>();
    int read = 0;
    for (ClassModel model : mainClasses()) {
      String name = model.thisClass().asInternalName();
      for (PoolEntry entry : model.constantPool()) {
        if (entry instanceof StringEntry text) {
          Matcher table = TABLE.matcher(text.stringValue());
          while (table.find()) {
            read++;
            String feature = name.split("/")[1];
            String schema = table.group(2);
            boolean reads = Set.of("from", "join").contains(table.group(1));
            if (schemas.contains(schema)
                && !feature.equals(schema)
                && !feature.equals("demo")
                && !(reads && schema.equals(READS.get(feature)))) {
              wrong.add(name + " uses a table of " + schema);
            }
          }
        }
      }
    }
    assertThat(read).isGreaterThan(800);
    assertThat(wrong).isEmpty();
  }

  /// The mount table need not have a folder: in a chroot, and in some containers, it has none.
  @Test
  void whatADiskHoldsIsAskedOfTheDiskAndNotOfTheMountTable() throws IOException {
    var wrong = new TreeSet<String>();
    List<ClassModel> all = mainClasses();
    for (ClassModel model : all) {
      for (PoolEntry entry : model.constantPool()) {
        if (entry instanceof MemberRefEntry used && MOUNT_TABLE.contains(named(used))) {
          wrong.add(model.thisClass().asInternalName() + " uses " + named(used));
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(1_500);
    assertThat(wrong).isEmpty();
  }

  private static String named(MemberRefEntry used) {
    return used.owner().asInternalName() + "." + used.name().stringValue();
  }

  private static List<ClassModel> mainClasses() throws IOException {
    List<ClassModel> models = new ArrayList<>();
    for (Resource file : resources("classpath*:anbinh/**/*.class")) {
      if (!file.getURL().getPath().contains("/test-classes/")) {
        models.add(ClassFile.of().parse(file.getContentAsByteArray()));
      }
    }
    return models;
  }

  private static Resource[] resources(String pattern) throws IOException {
    return new PathMatchingResourcePatternResolver().getResources(pattern);
  }
}
