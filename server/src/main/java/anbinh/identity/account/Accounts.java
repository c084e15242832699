package anbinh.identity.account;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.audit.event.RowMac;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.seal.json.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells the accounts that this server wrote from those that somebody else wrote into its database.
///
/// Whatever changes one says so first ([#touch]). When the transaction is about to be committed the
/// account gets its new code, and [IdentityEvent#ACCOUNT_WRITTEN] records it. A code of before is
/// good for what it stands for, so a row that is put back with it looks whole; that it is an old
/// one, the log tells ([#isLatest]).
///
/// An account of a demonstration's filling has a code and no event. Safe for many threads.
@Component
public class Accounts {
  /// A column `state` with all that a code stands for, of `identity.person p`: a JSON object whose
  /// members are the parts that the check names. Without what changes by itself with each sign-in.
  /// Times are numbers, so that no setting of a connection writes them otherwise.
  public static final String STATE =
      """
      json_build_object(
        'name', json_build_array(p.username, p.display_name,
          array(select f.name_key from identity.former_name f where f.person_id = p.id
            order by f.name_key collate "C")),
        'pseudonym', p.pseudonym,
        'area', p.area_id,
        'lock', p.active,
        'password', json_build_array(p.password_hash, p.must_change_password),
        'maker', json_build_array(p.created_by, extract(epoch from p.created_at)),
        'end of sessions', extract(epoch from p.sessions_from),
        'roles', (select json_agg(json_build_array(g.role, g.last_day)
            order by g.role collate "C")
          from identity.role_grant g where g.person_id = p.id),
        'awaited roles', (select json_build_array(r.id, r.area_id, r.causes, r.granters,
            extract(epoch from r.granted_at), extract(epoch from r.until),
            (select json_agg(json_build_array(w.role, w.last_day) order by w.role collate "C")
              from identity.role_request_role w where w.request_id = r.id))
          from identity.role_request r where r.person_id = p.id and r.outcome is null),
        'second factors', json_build_array(
          (select encode(t.secret, 'hex') from identity.totp t where t.person_id = p.id),
          (select json_agg(json_build_array(encode(k.credential_id, 'hex'),
              encode(k.public_key, 'hex')) order by k.credential_id)
            from identity.passkey k where k.person_id = p.id),
          (select json_agg(encode(c.hash, 'hex') order by c.hash)
            from identity.recovery_code c where c.person_id = p.id and c.used_at is null)),
        'link with the provider', json_build_array(
          (select json_build_array(l.issuer, l.subject)
            from identity.provider_link l where l.person_id = p.id),
          (select json_build_array(encode(i.hash, 'hex'), extract(epoch from i.until),
              i.invited_by)
            from identity.provider_invitation i where i.person_id = p.id)),
        'emergency accesses', (select json_agg(json_build_array(e.id, e.purpose, e.area_id,
            extract(epoch from e.opened_at), extract(epoch from e.until),
            extract(epoch from e.ended_at)) order by e.id)
          from identity.emergency_access e where e.person_id = p.id),
        'resets', (select json_agg(json_build_array(c.reset_by, extract(epoch from c.at))
            order by c.at, c.reset_by)
          from identity.credential_reset c where c.person_id = p.id)
      )::text as state
      """;

  /// The facts of an event that hold the code of the account, and those of its parts.
  public static final String ACCOUNT = "account";

  public static final String PARTS = "parts";

  private static final String SELECT =
      "select p.id, p.pseudonym, p.area_id as area, p.mac as code, "
          + STATE
          + " from identity.person p ";
  private static final String UPDATE = "update identity.person set mac = :code where id = :id";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SqlClient database;

  private final RowMac mac;
  private final AuditLog log;
  private final Site site;
  private final Map<UUID, Latest> latest = new ConcurrentHashMap<>();

  Accounts(SqlClient database, RowMac mac, AuditLog log, Site site) {
    this.database = database;

    this.mac = mac;
    this.log = log;
    this.site = site;
  }

  /// @param event whose identifier is greater than those of all before
  private record Latest(UUID event, String code) {}

  private record Row(UUID id, UUID pseudonym, @Nullable UUID area, String state, String code) {}

  /// Whether this server wrote an account as it is in the database; one that the present
  /// transaction changes, it does.
  ///
  /// @param state as [#STATE] reads it, in the same question as the code and whatever is used
  public boolean isOwn(UUID person, String state, String code) {
    return isTouched(person) || mac.is(code, ACCOUNT, person.toString(), state);
  }

  /// Whether the code of an account is the last one that the log tells of. The log is asked about a
  /// code that is new since the start, and else the memory.
  public boolean isLatest(UUID person, UUID pseudonym, String code) {
    Latest known = latest.get(person);
    if (isTouched(person) || (known != null && known.code().equals(code))) {
      return true;
    }
    Optional<RecordedEvent> last =
        log.listAbout(IdentityEvent.ACCOUNT_WRITTEN, pseudonym.toString()).stream()
            .max(Comparator.comparing(RecordedEvent::id));
    if (last.isEmpty()) {
      return known == null && site.demonstration();
    }
    RecordedEvent event = last.get();
    if (known != null && event.id().compareTo(known.event()) < 0) {
      return false; // Somebody took the later one away.
    }
    if (!event.facts().find(ACCOUNT).map(Json.of(code)::equals).orElse(false)) {
      return false;
    }
    remember(person, new Latest(event.id(), code));
    return true;
  }

  private void remember(UUID person, Latest written) {
    latest.merge(
        person, written, (one, other) -> one.event().compareTo(other.event()) < 0 ? other : one);
  }

  /// Says that the present transaction changes an account, before it does: nobody else changes it
  /// until the end, and it gets its new code then.
  ///
  /// @throws Problem when it is not the server's own, since its new code would make it so
  public void touch(UUID person) {
    Writes writes = writes();
    if (writes.people.contains(person)) {
      return;
    }
    database.find(
        UUID.class, "select id from identity.person where id = ? for no key update", person);
    Optional<Row> row = find(person);
    if (row.isPresent()
        && !(isOwn(person, row.get().state(), row.get().code())
            && isLatest(person, row.get().pseudonym(), row.get().code()))) {
      throw Problem.of(IdentityProblem.ACCOUNT_ALTERED);
    }
    writes.people.add(person);
  }

  /// The same of one that the present transaction makes, or whose state is not looked at.
  public void touchNew(UUID person) {
    writes().people.add(person);
  }

  /// Gives many new accounts their codes, without events.
  public void writeFilling(Collection<UUID> people) {
    site.requireDemonstration();
    write(people);
  }

  void write(Collection<UUID> people) {
    List<Row> rows = database.list(Row.class, SELECT + "where p.id = any (?)", people);
    database.batch(
        UPDATE, rows.stream().map(row -> Values.of(row).and("code", code(row))).toList());
  }

  /// The codes of the parts of a state, by their names.
  public Map<String, String> parts(UUID person, String state) {
    Map<String, String> parts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> part : JSON.readTree(state).properties()) {
      parts.put(
          part.getKey(),
          mac.of("account-part", person.toString(), part.getKey(), part.getValue().toString()));
    }
    return parts;
  }

  private Optional<Row> find(UUID person) {
    return database.find(Row.class, SELECT + "where p.id = ?", person);
  }

  private String code(Row row) {
    return mac.of(ACCOUNT, row.id().toString(), row.state());
  }

  /// Empty where its code is the one that it has.
  private Optional<Latest> write(UUID person) {
    Row row = find(person).orElseThrow();
    String code = code(row);
    if (code.equals(row.code())) {
      return Optional.empty();
    }
    database.update(UPDATE, Values.of(row).and("code", code));
    UUID event =
        log.record(
            Event.of(IdentityEvent.ACCOUNT_WRITTEN)
                .about("person", row.pseudonym(), null)
                .within(row.area())
                .fact(ACCOUNT, code)
                .fact(PARTS, parts(person, row.state())));
    return Optional.of(new Latest(event, code));
  }

  private static boolean isTouched(UUID person) {
    return TransactionSynchronizationManager.isSynchronizationActive()
        && findWrites().filter(writes -> writes.people.contains(person)).isPresent();
  }

  private Writes writes() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an account is changed in a transaction");
    }
    return findWrites()
        .orElseGet(() -> {
          var writes = new Writes();
          TransactionSynchronizationManager.registerSynchronization(writes);
          return writes;
        });
  }

  private static Optional<Writes> findWrites() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Writes.class::isInstance)
        .map(Writes.class::cast)
        .findFirst();
  }

  /// The accounts that a transaction changes.
  private final class Writes implements TransactionSynchronization {
    private final Set<UUID> people = new LinkedHashSet<>();
    private final Map<UUID, Latest> written = new HashMap<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      people.forEach(person -> write(person).ifPresent(latest -> written.put(person, latest)));
    }

    /// Else a row of before would look like the latest one until somebody reads the new one.
    @Override
    public void afterCommit() {
      written.forEach(Accounts.this::remember);
    }
  }
}
