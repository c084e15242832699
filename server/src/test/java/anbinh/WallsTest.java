package anbinh;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The walls between features: each uses only the features in its list, and only their root
/// packages. `media` and `seal` are libraries, walled by their own `module-info`.
class WallsTest {
  @Test
  void featuresUseOnlyWhatTheyDeclare() {
    ApplicationModules.of(AnBinh.class, resideInAnyPackage("anbinh.media..", "anbinh.seal.."))
        .verify();
  }

  /// The mount table need not have a folder: in a chroot, and in some containers, it has none.
  @Test
  void whatADiskHoldsIsAskedOfTheDiskAndNotOfTheMountTable() {
    // What is called is known by its name; to read the JDK and the libraries too takes far longer.
    ArchConfiguration.withThreadLocalScope(configuration -> {
      configuration.setResolveMissingDependenciesFromClassPath(false);
      noClasses()
          .should()
          .callMethod(Files.class, "getFileStore", Path.class)
          .orShould()
          .callMethod(FileSystem.class, "getFileStores")
          .check(
              new ClassFileImporter()
                  .withImportOption(new ImportOption.DoNotIncludeTests())
                  .importPackages("anbinh"));
    });
  }
}
