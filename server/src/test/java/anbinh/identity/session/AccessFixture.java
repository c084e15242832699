package anbinh.identity.session;

import anbinh.audit.Event;
import anbinh.audit.event.RecordedRefusals;
import anbinh.identity.AreaTree;
import anbinh.identity.Confirmation;
import anbinh.identity.CurrentCases;
import anbinh.identity.EmergencyPurpose;
import anbinh.identity.FactorRule;
import anbinh.identity.IdentitySettings;
import anbinh.identity.OpenEmergencies;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.factor.Method;
import anbinh.identity.provider.ProviderSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/// A real [Access] over a province with two communes, of which one has a village; without a server.
/// Cases and emergencies are what a test says; what is refused is kept.
public final class AccessFixture implements AreaTree, CurrentCases, OpenEmergencies, AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
  public static final UUID PROVINCE = new UUID(1, 1);
  public static final UUID COMMUNE = new UUID(1, 2);
  public static final UUID VILLAGE = new UUID(1, 3);
  public static final UUID OTHER_COMMUNE = new UUID(1, 4);
  static final Duration CONFIRMATION = Duration.ofMinutes(5);
  static final Duration FRESH = Duration.ofHours(24);

  private static final Map<UUID, List<UUID>> ABOVE =
      Map.of(
          PROVINCE, List.of(PROVINCE),
          COMMUNE, List.of(COMMUNE, PROVINCE),
          VILLAGE, List.of(VILLAGE, COMMUNE, PROVINCE),
          OTHER_COMMUNE, List.of(OTHER_COMMUNE, PROVINCE));

  final Set<UUID> caseAreas = new HashSet<>();
  final Set<UUID> ownCaseAreas = new HashSet<>();
  private @Nullable Emergency emergency;
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final RecordedRefusals refusals = new RecordedRefusals(clock);
  private final Access access =
      new Access(
          new CurrentPerson(),
          this,
          this,
          this,
          refusals,
          new PasswordSignIn(settings(), clock),
          clock,
          settings());

  private record Emergency(UUID id, UUID person, UUID area, EmergencyPurpose purpose) {}

  private static final class PasswordSignIn extends SignIn {
    @SuppressWarnings("NullAway") // nobody signs in
    PasswordSignIn(IdentitySettings settings, InstantSource clock) {
      super(null, null, null, null, null, null, null, settings, clock);
    }

    @Override
    public List<Method> methods(Person person, @Nullable ProviderSession by) {
      return List.of(Method.PASSWORD);
    }
  }

  private static IdentitySettings settings() {
    return new IdentitySettings(
        Duration.ofMinutes(30),
        Duration.ofHours(12),
        8,
        100,
        40,
        Duration.ofMinutes(10),
        FactorRule.OPTIONAL,
        CONFIRMATION,
        null,
        FRESH);
  }

  public Access access() {
    return access;
  }

  /// @param area null for the whole site
  public static Person person(int number, @Nullable UUID area, Role... roles) {
    return new Person(
        new UUID(2, number),
        "person" + number,
        "Nguyễn Văn " + number,
        Set.of(roles),
        area,
        "vi",
        new UUID(3, number),
        true,
        false,
        false,
        Map.of(),
        Instant.EPOCH);
  }

  /// Signs somebody in who has just shown that it is them.
  public Person signIn(Person person) {
    return signIn(person, NOW);
  }

  public Person signIn(Person person, Instant confirmedAt) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            new SignedIn(person, new Confirmation(confirmedAt, "PASSWORD"), false, null));
    return person;
  }

  void open(UUID id, Person person, UUID area, EmergencyPurpose purpose) {
    emergency = new Emergency(id, person.id(), area, purpose);
  }

  public List<Event> refused() {
    return refusals.events();
  }

  @Override
  public void close() {
    SecurityContextHolder.clearContext();
  }

  @Override
  public boolean contains(UUID ancestor, UUID area) {
    return above(area).contains(ancestor);
  }

  @Override
  public Set<UUID> below(UUID area) {
    Set<UUID> below = new HashSet<>(ABOVE.keySet());
    below.removeIf(each -> !contains(area, each));
    return below;
  }

  @Override
  public Set<UUID> above(UUID area) {
    return Set.copyOf(ABOVE.getOrDefault(area, List.of(area)));
  }

  @Override
  public boolean isLocal(UUID area) {
    return !area.equals(PROVINCE);
  }

  @Override
  public boolean isCommune(UUID area) {
    return area.equals(COMMUNE) || area.equals(OTHER_COMMUNE);
  }

  @Override
  public Set<UUID> named(String word) {
    return Set.of();
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> areas) {
    return areas.stream()
        .filter(ABOVE::containsKey)
        .distinct()
        .collect(Collectors.toMap(each -> each, UUID::toString));
  }

  @Override
  public boolean in(Set<UUID> areas) {
    return areas.stream().anyMatch(caseAreas::contains);
  }

  @Override
  public boolean ownIn(UUID person, Set<UUID> areas) {
    return areas.stream().anyMatch(ownCaseAreas::contains);
  }

  @Override
  public Optional<UUID> findOpen(UUID person, Set<UUID> areas, EmergencyPurpose purpose) {
    return Optional.ofNullable(emergency)
        .filter(each ->
            each.person().equals(person)
                && areas.contains(each.area())
                && each.purpose() == purpose)
        .map(Emergency::id);
  }
}
