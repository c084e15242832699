package anbinh.identity.factor;

import anbinh.identity.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The second factors that everybody has, as a test says; SessionIT runs the real ones.
public final class FakeSecondFactors extends SecondFactors {
  private final List<Method> methods;
  private final List<UUID> reset = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeSecondFactors(Method... methods) {
    super(null, null, null, null, null, null, null, null);
    this.methods = List.of(methods);
  }

  @Override
  public List<Method> methods(Person person) {
    return methods;
  }

  /// Nobody must have one.
  @Override
  public boolean missing(Person person) {
    return false;
  }

  @Override
  public void reset(UUID person) {
    reset.add(person);
  }

  public List<UUID> reset() {
    return List.copyOf(reset);
  }
}
