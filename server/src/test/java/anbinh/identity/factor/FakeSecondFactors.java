package anbinh.identity.factor;

import anbinh.identity.Person;
import java.util.List;

/// The second factors that everybody has, as a test says; SessionIT runs the real ones.
public final class FakeSecondFactors extends SecondFactors {
  private final List<Method> methods;

  @SuppressWarnings("NullAway") // there is no table
  public FakeSecondFactors(Method... methods) {
    super(null, null, null, null, null, null, null, null);
    this.methods = List.of(methods);
  }

  @Override
  public List<Method> methods(Person person) {
    return methods;
  }
}
