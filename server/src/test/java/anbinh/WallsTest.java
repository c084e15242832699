package anbinh;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModules;

/// The walls between features: each uses only the features in its list, and only their root
/// packages. `media` and `seal` are libraries, walled by their own `module-info`.
class WallsTest {
  private static final Set<String> MOUNT_TABLE =
      Set.of("java/nio/file/Files.getFileStore", "java/nio/file/FileSystem.getFileStores");

  @Test
  void featuresUseOnlyWhatTheyDeclare() {
    // What is used is known by its name; to read the JDK and the libraries too takes far longer.
    ArchConfiguration.withThreadLocalScope(configuration -> {
      configuration.setResolveMissingDependenciesFromClassPath(false);
      ApplicationModules.of(AnBinh.class, resideInAnyPackage("anbinh.media..", "anbinh.seal.."))
          .verify();
    });
  }

  /// The mount table need not have a folder: in a chroot, and in some containers, it has none.
  @Test
  void whatADiskHoldsIsAskedOfTheDiskAndNotOfTheMountTable() throws IOException {
    var wrong = new TreeSet<String>();
    int read = 0;
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:anbinh/**/*.class")) {
      if (file.getURL().getPath().contains("/test-classes/")) {
        continue;
      }
      read++;
      ClassModel model = ClassFile.of().parse(file.getContentAsByteArray());
      model
          .constantPool()
          .forEach(entry -> {
            if (entry instanceof MemberRefEntry used && MOUNT_TABLE.contains(named(used))) {
              wrong.add(model.thisClass().asInternalName() + " uses " + named(used));
            }
          });
    }
    assertThat(read).isGreaterThan(1_500);
    assertThat(wrong).isEmpty();
  }

  private static String named(MemberRefEntry used) {
    return used.owner().asInternalName() + "." + used.name().stringValue();
  }
}
