package anbinh;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

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
}
