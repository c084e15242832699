package anbinh;

import anbinh.areas.Area;
import anbinh.evidence.EvidenceFixture;
import anbinh.identity.Role;
import anbinh.platform.http.Operations;
import anbinh.platform.http.Operations.Operation;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Who calls the API in a sweep: somebody for each column of its tables, in the area of the objects
/// ("home") and in another one ("elsewhere"). Who has one role is called by it: `chair-home`.
final class ApiPeople {
  private final TestServer server;
  private final Area home;
  private final Area elsewhere;

  /// User names of who is at home, and elsewhere, by column.
  private final Map<String, String> here = new HashMap<>();

  private final Map<String, String> there = new HashMap<>();
  private final Map<String, TestClient> clients = new HashMap<>();

  ApiPeople(TestServer server, EvidenceFixture evidence) {
    this.server = server;
    this.home = evidence.commune;
    this.elsewhere = evidence.elsewhere;
    here.putAll(
        Map.of("duty officer", "officer", "investigator", "investigator", "approver", "approver"));
    there.putAll(Map.of("investigator", "stranger", "approver", "chief"));
    for (String role : Operations.ROLES) {
      username(role, List.of(role), true);
      username(role, List.of(role), false);
    }
  }

  /// A client of somebody who may do as `reader` may, in the area of the objects.
  TestClient home(String reader) {
    return signedIn(username(reader, List.of(reader), true));
  }

  /// The same for a column of the operation's table.
  TestClient home(Operation operation, String reader) {
    return signedIn(username(operation, reader, true));
  }

  TestClient elsewhere(String reader) {
    return signedIn(username(reader, List.of(reader), false));
  }

  TestClient elsewhere(Operation operation, String reader) {
    return signedIn(username(operation, reader, false));
  }

  String username(Operation operation, String reader, boolean atHome) {
    return username(column(operation, reader), roles(operation, reader), atHome);
  }

  private static String column(Operation operation, String reader) {
    return reader.equals("others") ? "others" + operation.others().hashCode() : reader;
  }

  private static List<String> roles(Operation operation, String reader) {
    return reader.equals("others") ? operation.others() : List.of(reader);
  }

  /// Somebody with these roles, made when first asked for.
  private String username(String column, List<String> roles, boolean atHome) {
    return (atHome ? here : there)
        .computeIfAbsent(
            column,
            key -> {
              String username = column.replace(' ', '-') + (atHome ? "-home" : "-elsewhere");
              var held = EnumSet.noneOf(Role.class);
              roles.forEach(
                  role -> held.add(Role.valueOf(role.toUpperCase(Locale.ROOT).replace(' ', '_'))));
              if (held.contains(Role.SENIOR_APPROVER)) {
                held.add(Role.APPROVER);
              }
              person(username, (atHome ? home : elsewhere).id(), held);
              return username;
            });
  }

  /// Makes somebody with roles that may be more than anybody is created with: an ombudsman has no
  /// other.
  UUID person(String username, UUID areaId, Set<Role> roles) {
    var created = EnumSet.copyOf(roles);
    if (roles.size() > 1) {
      created.remove(Role.OMBUDSMAN);
    }
    UUID id = server.person(username, areaId, created.toArray(Role[]::new)).id();
    if (!created.containsAll(roles)) {
      server
          .database()
          .client()
          .sql("insert into identity.role_grant (person_id, role) values (?, 'OMBUDSMAN')")
          .param(id)
          .update();
      server.acceptAccounts();
    }
    return id;
  }

  TestClient signedIn(String username) {
    return clients.computeIfAbsent(username, server::signedIn);
  }

  /// Nobody, with a token against forgery.
  TestClient nobody() {
    TestClient nobody = server.client();
    nobody.get("/api/session");
    return nobody;
  }
}
