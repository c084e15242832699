package anbinh.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.AreaTree;
import anbinh.identity.CurrentCases;
import anbinh.identity.EmergencyPurpose;
import anbinh.identity.OpenEmergencies;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.RoleEnds;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Our rules against Cedar's engine, which is told the same sentences in its own language: for
/// people, areas and cases drawn from a seed, both must say the same.
class RightsTest {
  private static final int WORLDS = 20;
  private static final int QUESTIONS = 40;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static final String LOOKS =
      """
      permit (principal, action == Action::"look", resource)
      when { context.fresh && (@DUTY_OFFICER@ || @INVESTIGATOR@)
        && (!(principal has area) || resource.area in principal.area) };

      permit (principal, action == Action::"look", resource)
      when { @INVESTIGATOR@ && resource.area in principal.caseAreas
        && (!(principal has area) || resource.area in principal.area) };

      permit (principal, action == Action::"look", resource)
      when { @DUTY_OFFICER@ && resource.area in context.caseAreas
        && (!(principal has area) || resource.area in principal.area) };

      permit (principal, action == Action::"look", resource)
      when { (@DUTY_OFFICER@ || @INVESTIGATOR@)
        && resource.area in principal.emergencyAreas
        && (!(principal has area) || resource.area in principal.area) };
      """;

  private static final String READS =
      """
      permit (principal, action == Action::"read", resource)
      when { @COMMUNITY_OFFICER@ && principal.readingAreas.contains(resource.area) };
      """;

  /// A role counts until its last day is over.
  private static final String ACT =
      """
      permit (principal, action == Action::"act", resource)
      when { context.roles.contains("ROLE") && @ROLE@ && !(principal has area) };

      permit (principal, action == Action::"act", resource)
      when { context.roles.contains("ROLE") && @ROLE@ && principal has area
        && resource has area && resource.area in principal.area };
      """;

  private static final String HOLDS =
      "(principal.granted.contains(\"ROLE\")"
          + " && (!(principal.lastDays has ROLE) || context.day <= principal.lastDays.ROLE))";

  /// The sentences of each action by themselves: the engine reads all it is given at each question.
  private static Map<String, PolicySet> policies() throws Exception {
    var acts = new StringBuilder();
    for (Role role : Role.values()) {
      acts.append(ACT.replace("ROLE", role.name()));
    }
    return Map.of(
        "look", policies(LOOKS), "read", policies(READS), "act", policies(acts.toString()));
  }

  private static PolicySet policies(String text) throws Exception {
    String all = text;
    for (Role role : Role.values()) {
      all = all.replace("@" + role + "@", HOLDS.replace("ROLE", role.name()));
    }
    return PolicySet.parsePolicies(all);
  }

  @Test
  void saysTheSameAsAnotherEngine() throws Exception {
    long seed = Long.getLong("anbinh.seed", 2026);
    var random = new Random(seed);
    Map<String, PolicySet> policies = policies();
    var cedar = new BasicAuthorizationEngine();
    int allowed = 0;
    for (int i = 0; i < WORLDS; i++) {
      var world = new World(random);
      for (int j = 0; j < QUESTIONS; j++) {
        Person person = world.person(random);
        Rights rights = new Rights(world, world, world);
        UUID commune = world.area(random);
        assertThat(rights.findReading(person, commune).isPresent())
            .as("seed %d: %s, reports of %s", seed, person, commune)
            .isEqualTo(allows(cedar, policies, world, person, commune, "read", Map.of()));
        boolean looks = random.nextBoolean();
        boolean fresh = random.nextBoolean();
        UUID area = looks || random.nextInt(8) > 0 ? world.area(random) : null;
        Set<Role> requested = roles(random);
        boolean ours =
            looks
                ? mayLook(rights, person, Objects.requireNonNull(area), fresh)
                : rights.may(person, area, requested.toArray(Role[]::new));
        boolean theirs =
            allows(
                cedar,
                policies,
                world,
                person,
                area,
                looks ? "look" : "act",
                Map.of(
                    "roles",
                    roleNames(requested),
                    "fresh",
                    new PrimBool(fresh),
                    "caseAreas",
                    areaSet(world.caseAreas(null))));
        assertThat(ours)
            .as("seed %d: %s, area %s, looks %s, fresh %s", seed, person, area, looks, fresh)
            .isEqualTo(theirs);
        allowed += ours ? 1 : 0;
      }
    }
    assertThat(allowed).as("both answers are met").isBetween(80, WORLDS * QUESTIONS - 80);
  }

  private static boolean allows(
      BasicAuthorizationEngine cedar,
      Map<String, PolicySet> policies,
      World world,
      Person person,
      @Nullable UUID area,
      String action,
      Map<String, Value> more)
      throws Exception {
    Map<String, Value> context = new HashMap<>(more);
    context.put("day", new PrimLong(TODAY.toEpochDay()));
    return cedar
        .isAuthorized(
            new AuthorizationRequest(
                uid("Person", person.id()),
                EntityUID.parse("Action::\"" + action + "\"").orElseThrow(),
                uid("Thing", person.id()),
                context),
            Objects.requireNonNull(policies.get(action)),
            world.entities(person, area))
        .success
        .orElseThrow()
        .isAllowed();
  }

  private static boolean mayLook(Rights rights, Person person, UUID area, boolean fresh) {
    return rights.mayLook(person, area, fresh) || rights.findEmergency(person, area).isPresent();
  }

  private static Set<Role> roles(Random random) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (random.nextInt(3) == 0) {
        roles.add(role);
      }
    }
    return roles;
  }

  private static CedarList roleNames(Set<Role> roles) {
    return new CedarList(roles.stream().map(role -> (Value) new PrimString(role.name())).toList());
  }

  private static CedarList areaSet(Collection<UUID> areas) {
    return new CedarList(areas.stream().map(area -> (Value) uid("Area", area)).toList());
  }

  private static EntityUID uid(String type, UUID id) {
    return EntityUID.parse(type + "::\"" + id + "\"").orElseThrow();
  }

  /// Areas that lie within each other, people, open cases with who made them theirs, and open
  /// emergency accesses to footage and to reports.
  private static final class World implements AreaTree, CurrentCases, OpenEmergencies {
    private final Map<UUID, @Nullable UUID> parents = new LinkedHashMap<>();
    private final List<UUID> areas;
    private final List<UUID> people;
    private final Map<UUID, @Nullable UUID> cases = new HashMap<>();

    /// To the person whom the present question is about.
    private Set<Role> granted = Set.of();

    /// Of people, and in which area each has theirs.
    private final Map<UUID, UUID> emergencies = new HashMap<>();

    private final Map<UUID, UUID> readings = new HashMap<>();

    World(Random random) {
      int most = 2 + random.nextInt(10);
      for (int i = 0; i < most; i++) {
        List<UUID> known = List.copyOf(parents.keySet());
        UUID parent =
            known.isEmpty() || random.nextInt(4) == 0
                ? null
                : known.get(random.nextInt(known.size()));
        parents.put(id(random), parent);
      }
      areas = List.copyOf(parents.keySet());
      people = List.of(id(random), id(random), id(random));
      for (int i = random.nextInt(5); i > 0; i--) {
        cases.put(area(random), people.get(random.nextInt(people.size())));
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        emergencies.put(people.get(random.nextInt(people.size())), area(random));
        readings.put(people.get(random.nextInt(people.size())), area(random));
      }
    }

    private static UUID id(Random random) {
      return new UUID(random.nextLong(), random.nextLong());
    }

    UUID area(Random random) {
      return areas.get(random.nextInt(areas.size()));
    }

    Person person(Random random) {
      UUID id = people.get(random.nextInt(people.size()));
      UUID area = random.nextInt(5) == 0 ? null : area(random);
      granted = roles(random);
      Map<Role, LocalDate> lastDays = new EnumMap<>(Role.class);
      for (Role role : granted) {
        if (random.nextInt(3) == 0) {
          lastDays.put(role, TODAY.plusDays(random.nextInt(3) - 1));
        }
      }
      Set<Role> held = RoleEnds.held(granted, lastDays, TODAY);
      return new Person(
          id, "lan", "Lan", held, area, "vi", id, true, false, false, lastDays, Instant.EPOCH);
    }

    /// Where there are open cases, of one person or of all.
    Set<UUID> caseAreas(@Nullable UUID owner) {
      return cases.entrySet().stream()
          .filter(each -> owner == null || owner.equals(each.getValue()))
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    Set<Entity> entities(Person person, @Nullable UUID area) {
      var entities = new HashSet<Entity>();
      parents.forEach((each, parent) ->
          entities.add(
              new Entity(
                  uid("Area", each), parent == null ? Set.of() : Set.of(uid("Area", parent)))));
      var attributes = new HashMap<String, Value>();
      attributes.put("granted", roleNames(granted));
      Map<String, Value> lastDays = new HashMap<>();
      person
          .lastDays()
          .forEach((role, day) -> lastDays.put(role.name(), new PrimLong(day.toEpochDay())));
      attributes.put("lastDays", new CedarMap(lastDays));
      attributes.put("caseAreas", areaSet(caseAreas(person.id())));
      UUID emergency = emergencies.get(person.id());
      attributes.put("emergencyAreas", areaSet(emergency == null ? Set.of() : Set.of(emergency)));
      UUID reading = readings.get(person.id());
      attributes.put("readingAreas", areaSet(reading == null ? Set.of() : Set.of(reading)));
      UUID own = person.areaId();
      if (own != null) {
        attributes.put("area", uid("Area", own));
      }
      entities.add(new Entity(uid("Person", person.id()), attributes, Set.of()));
      entities.add(
          new Entity(
              uid("Thing", person.id()),
              area == null ? Map.of() : Map.of("area", uid("Area", area)),
              Set.of()));
      return entities;
    }

    @Override
    public boolean contains(UUID ancestor, UUID area) {
      return above(area).contains(ancestor);
    }

    @Override
    public Set<UUID> below(UUID area) {
      return areas.stream().filter(each -> contains(area, each)).collect(Collectors.toSet());
    }

    @Override
    public Set<UUID> above(UUID area) {
      var above = new HashSet<UUID>();
      for (UUID each = area; each != null; each = parents.get(each)) {
        above.add(each);
      }
      return above;
    }

    @Override
    public Set<UUID> named(String word) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> requested) {
      return Map.of();
    }

    @Override
    public boolean isLocal(UUID area) {
      return parents.get(area) != null;
    }

    @Override
    public boolean isCommune(UUID area) {
      return isLocal(area);
    }

    @Override
    public Optional<UUID> findOpen(UUID person, Set<UUID> requested, EmergencyPurpose purpose) {
      Map<UUID, UUID> open = purpose == EmergencyPurpose.FOOTAGE ? emergencies : readings;
      return Optional.ofNullable(open.get(person)).filter(requested::contains);
    }

    @Override
    public boolean in(Set<UUID> requested) {
      return caseAreas(null).stream().anyMatch(requested::contains);
    }

    @Override
    public boolean ownIn(UUID person, Set<UUID> requested) {
      return caseAreas(person).stream().anyMatch(requested::contains);
    }
  }
}
