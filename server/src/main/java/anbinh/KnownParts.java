package anbinh;

import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragments;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragmentsDecorator;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.javapoet.CodeBlock;

/// Finds out at the build which parts each part of the server needs, and writes their names into
/// the code that makes it. By its type each was sought at every start among all parts there are.
///
/// Only what can be but one part is named: a single candidate of the type, of a parameter without
/// annotations. Everything else is sought at the start as ever.
final class KnownParts implements BeanRegistrationAotProcessor {
  /// How Spring calls the method that gives a part's supplier; other code makes parts its own way.
  private static final String SUPPLIER = "get\\w+InstanceSupplier\\(\\)";

  @Override
  public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean part) {
    return BeanRegistrationAotContribution.withCustomCodeFragments(code -> new Named(part, code));
  }

  /// The names by parameter; null for one that is to be sought.
  static @Nullable String[] needed(RegisteredBean part) {
    Executable maker = part.resolveInstantiationDescriptor().executable();
    var names = new @Nullable String[maker.getParameterCount()];
    Arrays.setAll(names, i -> only(part, MethodParameter.forExecutable(maker, i)));
    return names;
  }

  private static @Nullable String only(RegisteredBean part, MethodParameter parameter) {
    if (parameter.getParameterAnnotations().length > 0) {
      return null;
    }
    ConfigurableListableBeanFactory all = part.getBeanFactory();
    List<String> candidates =
        Arrays.stream(all.getBeanNamesForType(ResolvableType.forMethodParameter(parameter)))
            .filter(name ->
                !all.containsBeanDefinition(name)
                    || all.getMergedBeanDefinition(name).isAutowireCandidate())
            .toList();
    if (candidates.size() != 1 || !all.containsBeanDefinition(candidates.getFirst())) {
      return null;
    }
    return candidates.getFirst().equals(part.getBeanName()) ? null : candidates.getFirst();
  }

  private static final class Named extends BeanRegistrationCodeFragmentsDecorator {
    private final RegisteredBean part;

    Named(RegisteredBean part, BeanRegistrationCodeFragments code) {
      super(code);
      this.part = part;
    }

    @Override
    public CodeBlock generateInstanceSupplierCode(
        GenerationContext generation, BeanRegistrationCode registration, boolean direct) {
      CodeBlock code = super.generateInstanceSupplierCode(generation, registration, direct);
      if (!code.toString().matches(SUPPLIER)) {
        return code;
      }
      @Nullable String[] names = needed(part);
      if (Arrays.stream(names).allMatch(Objects::isNull)) {
        return code;
      }
      CodeBlock arguments =
          Arrays.stream(names)
              .map(name -> CodeBlock.of("$S", name))
              .collect(CodeBlock.joining(", "));
      return CodeBlock.of("$L.withShortcut($L)", code, arguments);
    }
  }
}
