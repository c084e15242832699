package anbinh.identity.grant;

import static anbinh.identity.session.AccessFixture.NOW;

import anbinh.audit.Actor;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaTree;
import anbinh.identity.Role;
import anbinh.identity.people.PersonTable;
import anbinh.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Real [Grants] over rows in memory; PeopleIT has them in a database.
public final class GrantsFixture {
  private final Rows rows = new Rows();
  private final Steps steps = new Steps();
  private final Grants grants;
  private Instant now = NOW;

  public GrantsFixture(PersonTable people, AreaTree areas, AuditLog log) {
    InstantSource clock = () -> now;
    grants = new Grants(rows, people, areas, steps, new Ids(clock, new Random(1)), clock, log);
  }

  /// Who gave whom a way in.
  public record Reset(UUID person, UUID by) {}

  private static final class Rows extends GrantTable {
    private final Map<UUID, GrantRequest> requests = new LinkedHashMap<>();
    private final List<Reset> resets = new ArrayList<>();
    private final List<UUID> locked = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is no database
    Rows() {
      super(null, null);
    }

    @Override
    void insert(GrantRequest request) {
      requests.put(request.id(), request);
    }

    @Override
    void end(GrantRequest request, GrantRequest.Ending ending) {
      requests.computeIfPresent(
          request.id(),
          (_, there) ->
              new GrantRequest(
                  there.id(),
                  there.personId(),
                  there.roles(),
                  there.lastDays(),
                  there.areaId(),
                  there.causes(),
                  there.granters(),
                  there.grantedAt(),
                  there.until(),
                  ending));
    }

    @Override
    void lock(UUID person) {
      locked.add(person);
    }

    @Override
    Optional<GrantRequest> findOpen(UUID person) {
      return requests.values().stream()
          .filter(each -> each.personId().equals(person) && each.ending() == null)
          .findFirst();
    }

    @Override
    void noteReset(UUID person, UUID by, Instant at) {
      resets.add(new Reset(person, by));
    }
  }

  private static final class Steps extends FirstSteps {
    private final Map<Role, Boolean> allowed = new HashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Steps() {
      super(null, InstantSource.fixed(NOW), null);
    }

    @Override
    boolean allow(Role role, @Nullable UUID areaId) {
      return allowed.getOrDefault(role, false);
    }

    @Override
    void endWithSecond(@Nullable Actor by) {
      // Nobody counts them here.
    }
  }

  public Grants grants() {
    return grants;
  }

  /// Says that nobody is there yet who could confirm a role.
  public void allowAlone(Role role) {
    steps.allowed.put(role, true);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /// What waits of somebody; nothing where nothing does.
  public Set<Role> awaited(UUID person) {
    return rows.findOpen(person)
        .filter(open -> open.waitsAt(now))
        .map(GrantRequest::roles)
        .orElse(Set.of());
  }

  GrantRequest open(UUID person) {
    return rows.findOpen(person).orElseThrow();
  }

  /// Of all that was ever granted, in its order.
  List<GrantRequest> requests() {
    return List.copyOf(rows.requests.values());
  }

  public List<Reset> resets() {
    return List.copyOf(rows.resets);
  }

  List<UUID> locked() {
    return List.copyOf(rows.locked);
  }
}
