package anbinh.testing;

import java.util.List;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// The classes of the product, none of which is loaded to be found.
public final class OwnClasses {
  private OwnClasses() {}

  /// Those of a type, without tests' and interfaces.
  public static <T> List<Class<? extends T>> of(Class<T> type) {
    var scan =
        new ClassPathScanningCandidateComponentProvider(false) {
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
            return !found.getMetadata().isInterface();
          }
        };
    scan.addIncludeFilter(new AssignableTypeFilter(type));
    return scan.findCandidateComponents("anbinh").stream()
        .filter(found -> !String.valueOf(found.getResourceDescription()).contains("test-classes"))
        .<Class<? extends T>>map(found -> load(String.valueOf(found.getBeanClassName()), type))
        .toList();
  }

  private static <T> Class<? extends T> load(String name, Class<T> type) {
    try {
      return Class.forName(name).asSubclass(type);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
