package anbinh.identity.provider;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is linked with the provider and who was invited; ProviderIT runs the real ones.
public final class FakeLinks extends ProviderLinks {
  private final Set<UUID> linked = new HashSet<>();
  private final Set<UUID> invited = new HashSet<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeLinks() {
    super(null, null, null, null);
  }

  /// A provider of which nothing is asked but its name; none without an issuer.
  @SuppressWarnings("NullAway") // nobody is sent there
  public static Provider provider(@Nullable URI issuer) {
    var settings =
        new ProviderSettings(
            issuer,
            "SSO",
            "anbinh",
            null,
            Set.of(),
            Set.of(),
            Set.of(),
            Duration.ofDays(7),
            Duration.ofSeconds(5));
    return new Provider(settings, null, InstantSource.fixed(Instant.EPOCH));
  }

  public void link(UUID person) {
    linked.add(person);
  }

  public boolean isInvited(UUID person) {
    return invited.contains(person);
  }

  @Override
  public Invitation invite(UUID person, UUID by) {
    invited.add(person);
    return new Invitation("secret", Instant.EPOCH);
  }

  @Override
  public boolean remove(UUID person) {
    return linked.remove(person);
  }
}
