package anbinh.identity.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.identity.IdentityEvent;
import anbinh.identity.account.Accounts;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Site;
import anbinh.platform.Snapshot;
import anbinh.seal.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Holds each account against the last event that says what it is: name, area, whether it is
/// locked, roles, password, second factors and the rest of what somebody signs in with, each part
/// by itself.
@Component
class AccountsAgainstLog implements ConsistencyCheck {
  private final JdbcClient database;
  private final AuditLog log;
  private final Accounts accounts;
  private final Site site;
  private final Snapshot snapshot;

  AccountsAgainstLog(
      JdbcClient database, AuditLog log, Accounts accounts, Site site, Snapshot snapshot) {
    this.database = database;
    this.log = log;
    this.accounts = accounts;
    this.site = site;
    this.snapshot = snapshot;
  }

  @Override
  public String subject() {
    return "accounts against log";
  }

  @Override
  public String unit() {
    return "accounts";
  }

  @Override
  public long run(CheckReport findings) {
    return snapshot.read(() -> compare(findings));
  }

  /// The last event about an account.
  private record Logged(UUID event, Map<String, Json> parts, Json code) {}

  private long compare(Consumer<Finding> findings) {
    Map<String, Logged> logged = new HashMap<>();
    log.forEach(
        IdentityEvent.ACCOUNT_WRITTEN,
        page ->
            page.forEach(event ->
                logged.merge(
                    Objects.toString(event.objectId()),
                    logged(event),
                    (one, other) -> one.event().compareTo(other.event()) < 0 ? other : one)));
    var count = new long[1];
    database
        .sql(
            "select p.id, p.username, p.pseudonym, p.mac, "
                + "array_to_string(array(select g.role from identity.role_grant g"
                + " where g.person_id = p.id order by g.role), ', ') as roles, "
                + Accounts.STATE
                + " from identity.person p order by p.username")
        .query(row -> {
          count[0]++;
          compare(
              row.getObject("id", UUID.class),
              row.getString("username"),
              row.getString("state"),
              row.getString("mac"),
              row.getString("roles"),
              logged.remove(row.getString("pseudonym")),
              findings);
        });
    logged
        .keySet()
        .forEach(pseudonym ->
            findings.accept(
                new Finding(
                    "account with the pseudonym " + pseudonym,
                    "the log has it, and the database does not")));
    return count[0];
  }

  private static Logged logged(RecordedEvent event) {
    Map<String, Json> parts =
        event.facts().find(Accounts.PARTS).orElse(null) instanceof Json.Obj all
            ? all.members()
            : Map.of();
    return new Logged(event.id(), parts, event.facts().find(Accounts.ACCOUNT).orElse(Json.of("")));
  }

  private void compare(
      UUID id,
      String username,
      String state,
      String code,
      String roles,
      @Nullable Logged logged,
      Consumer<Finding> findings) {
    String subject = "account " + username;
    boolean own = accounts.isOwn(id, state, code);
    if (logged == null) {
      if (!site.demonstration() || !own) {
        findings.accept(
            new Finding(
                subject,
                own
                    ? "the log does not tell of it"
                    : "this server did not write it, or it was altered in the database"));
      }
      return;
    }
    boolean told = false;
    for (Map.Entry<String, String> part : accounts.parts(id, state).entrySet()) {
      if (!Json.of(part.getValue()).equals(logged.parts().get(part.getKey()))) {
        told = true;
        findings.accept(new Finding(subject, sentence(part.getKey(), roles)));
      }
    }
    if (!told && !(own && Json.of(code).equals(logged.code()))) {
      findings.accept(new Finding(subject, "its code is another one in the log"));
    }
  }

  private static String sentence(String part, String roles) {
    return switch (part) {
      case "roles" ->
          "its roles are other ones in the log; here " + (roles.isEmpty() ? "none" : roles);
      case "lock" -> "the log tells otherwise whether it is locked";
      default -> "its " + part + " is another one in the log";
    };
  }
}
