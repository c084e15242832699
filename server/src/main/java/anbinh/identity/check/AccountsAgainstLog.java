package anbinh.identity.check;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.identity.IdentityEvent;
import anbinh.identity.account.Accounts;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Site;
import anbinh.platform.sql.Snapshot;
import anbinh.platform.sql.SqlClient;
import anbinh.seal.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds each account against the last event that says what it is: name, area, whether it is
/// locked, roles, password, second factors and the rest of what somebody signs in with, each part
/// by itself.
@Component
class AccountsAgainstLog implements ConsistencyCheck {
  private final SqlClient database;
  private final AuditLog log;
  private final Accounts accounts;
  private final Site site;
  private final Snapshot snapshot;

  AccountsAgainstLog(
      SqlClient database, AuditLog log, Accounts accounts, Site site, Snapshot snapshot) {
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

  private record Account(
      UUID id, String username, UUID pseudonym, String code, String roles, String state) {}

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
    List<Account> written =
        database.list(
            Account.class,
            "select p.id, p.username, p.pseudonym, p.mac as code, "
                + "array_to_string(array(select g.role from identity.role_grant g"
                + " where g.person_id = p.id order by g.role), ', ') as roles, "
                + Accounts.STATE
                + " from identity.person p order by p.username");
    written.forEach(
        account -> compare(account, logged.remove(account.pseudonym().toString()), findings));
    logged
        .keySet()
        .forEach(pseudonym ->
            findings.accept(
                new Finding(
                    "account with the pseudonym " + pseudonym,
                    "the log has it, and the database does not")));
    return written.size();
  }

  private static Logged logged(RecordedEvent event) {
    Map<String, Json> parts =
        event.facts().find(Accounts.PARTS).orElse(null) instanceof Json.Obj all
            ? all.members()
            : Map.of();
    return new Logged(event.id(), parts, event.facts().find(Accounts.ACCOUNT).orElse(Json.of("")));
  }

  private void compare(Account account, @Nullable Logged logged, Consumer<Finding> findings) {
    String subject = "account " + account.username();
    boolean own = accounts.isOwn(account.id(), account.state(), account.code());
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
    for (Map.Entry<String, String> part :
        accounts.parts(account.id(), account.state()).entrySet()) {
      if (!Json.of(part.getValue()).equals(logged.parts().get(part.getKey()))) {
        told = true;
        findings.accept(new Finding(subject, sentence(part.getKey(), account.roles())));
      }
    }
    if (!told && !(own && Json.of(account.code()).equals(logged.code()))) {
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
