package anbinh.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.audit.event.RecordedLog;
import anbinh.audit.event.RowMac;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.sql.FakeSqlClient;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// Which accounts are the server's own, whatever somebody writes into its database; PeopleIT forges
/// real rows.
class AccountsTest {
  private static final UUID LAN = new UUID(2, 1);
  private static final UUID NAM = new UUID(2, 2);
  private static final UUID LAN_PSEUDONYM = new UUID(3, 1);
  private static final UUID NAM_PSEUDONYM = new UUID(3, 2);
  private static final String OFFICER = "{\"lock\":true,\"roles\":[\"DUTY_OFFICER\"]}";
  private static final String APPROVER = "{\"lock\":true,\"roles\":[\"APPROVER\"]}";

  @TempDir Path folder;

  private final FakeSqlClient database = new FakeSqlClient();
  private final RecordedLog log = new RecordedLog();
  private final TransactionTemplate transaction = new TransactionTemplate(new Transactions());
  private @Nullable RowMac mac;
  private @Nullable Accounts made;

  /// Transactions of nothing.
  private static final class Transactions extends AbstractPlatformTransactionManager {
    @Override
    protected Object doGetTransaction() {
      return new Object();
    }

    @Override
    protected void doBegin(Object begun, TransactionDefinition definition) {}

    @Override
    protected void doCommit(DefaultTransactionStatus status) {}

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}
  }

  @BeforeEach
  void start() {
    mac = RecordedLog.rows(folder);
    made = start(false);
    database.put(LAN, Map.of("pseudonym", LAN_PSEUDONYM, "state", OFFICER, "code", ""));
    database.put(NAM, Map.of("pseudonym", NAM_PSEUDONYM, "state", OFFICER, "code", ""));
    transaction.executeWithoutResult(_ -> {
      accounts().touchNew(LAN);
      accounts().touchNew(NAM);
    });
  }

  /// A server that remembers nothing yet.
  private Accounts start(boolean demonstration) {
    var site = new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), demonstration);
    return new Accounts(database, Objects.requireNonNull(mac), log, site);
  }

  private Accounts accounts() {
    return Objects.requireNonNull(made);
  }

  private String code(UUID person) {
    return database.text(person, "code");
  }

  private boolean isOwn(UUID person) {
    return accounts().isOwn(person, database.text(person, "state"), code(person));
  }

  private boolean isLatest(Accounts server) {
    return server.isLatest(LAN, LAN_PSEUDONYM, code(LAN));
  }

  private void change(UUID person, String state) {
    transaction.executeWithoutResult(_ -> {
      accounts().touch(person);
      database.write(person, "state", state);
    });
  }

  private void assertNotTouched(UUID person) {
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> transaction.executeWithoutResult(_ -> accounts().touch(person)));
    assertThat(problem).isNotNull();
    assertThat(problem.code()).isEqualTo(IdentityProblem.ACCOUNT_ALTERED);
  }

  @Test
  void whatTheServerWroteIsItsOwn() {
    assertThat(isOwn(LAN)).isTrue();
    assertThat(isLatest(accounts())).isTrue();
    change(LAN, APPROVER);
    assertThat(isOwn(LAN)).isTrue();
    assertThat(isLatest(accounts())).isTrue();
  }

  @Test
  void aRoleThatSomebodyWritesIntoTheDatabaseIsNot() {
    database.write(LAN, "state", APPROVER);
    assertThat(isOwn(LAN)).isFalse();
    assertNotTouched(LAN);
    assertThat(isOwn(LAN)).as("a change does not make it so").isFalse();
  }

  @Test
  void norIsTheCodeOfAnotherAccount() {
    change(NAM, APPROVER);
    database.write(LAN, "state", APPROVER);
    database.write(LAN, "code", code(NAM));
    assertThat(isOwn(LAN)).isFalse();
    database.write(LAN, "code", "");
    assertThat(isOwn(LAN)).isFalse();
  }

  @Test
  void aRowThatIsPutBackWithItsCodeIsAnEarlierOne() {
    change(LAN, APPROVER);
    String before = code(LAN);
    change(LAN, OFFICER);
    database.write(LAN, "state", APPROVER);
    database.write(LAN, "code", before);
    assertThat(isOwn(LAN)).as("the code is good").isTrue();
    assertThat(isLatest(accounts())).isFalse();
    assertThat(isLatest(start(false))).as("nor after a start").isFalse();
    assertThat(isLatest(start(true))).as("nor in a demonstration").isFalse();
    assertNotTouched(LAN);
  }

  @Test
  void norIsItOneWhereNobodyReadTheLaterOne() {
    change(LAN, APPROVER);
    String before = code(LAN);
    assertThat(isLatest(accounts())).isTrue();
    change(LAN, OFFICER);
    database.write(LAN, "code", before);
    assertThat(isLatest(accounts())).isFalse();
  }

  @Test
  void norAnyOfThoseBeforeThatOne() {
    List<String> states = List.of(APPROVER, OFFICER, "{\"lock\":false,\"roles\":null}");
    for (String state : states) {
      change(LAN, state);
    }
    for (String state : List.of(APPROVER, OFFICER)) {
      database.write(LAN, "state", state);
      database.write(LAN, "code", Objects.requireNonNull(mac).of("account", LAN.toString(), state));
      assertThat(isOwn(LAN)).isTrue();
      assertThat(isLatest(accounts())).as(state).isFalse();
    }
    assertThat(isLatest(start(false))).isFalse();
  }

  @Test
  void whoTakesTheLaterEventAwayTooIsFoundWhileTheServerRemembers() {
    change(LAN, APPROVER);
    String before = code(LAN);
    change(LAN, OFFICER);
    assertThat(isLatest(accounts())).isTrue();
    log.takeLastAway();
    database.write(LAN, "state", APPROVER);
    database.write(LAN, "code", before);
    assertThat(isLatest(accounts())).isFalse();
  }

  @Test
  void anAccountWithoutAnEventIsOnesOwnOnlyInADemonstration() {
    UUID pseudonym = new UUID(3, 9);
    String code = Objects.requireNonNull(mac).of("account", new UUID(2, 9).toString(), OFFICER);
    assertThat(start(false).isLatest(new UUID(2, 9), pseudonym, code)).isFalse();
    assertThat(start(true).isLatest(new UUID(2, 9), pseudonym, code)).isTrue();
  }

  @Test
  void aTransactionReadsWhatItChanges() {
    transaction.executeWithoutResult(_ -> {
      accounts().touch(LAN);
      database.write(LAN, "state", APPROVER);
      assertThat(isOwn(LAN)).isTrue();
      assertThat(isLatest(accounts())).isTrue();
      assertThat(isOwn(NAM)).isTrue();
      database.write(NAM, "state", APPROVER);
      assertThat(isOwn(NAM)).as("and no other").isFalse();
    });
  }

  @Test
  void aChangeIsToldOnceWithoutWhatItSays() {
    int before = log.events().size();
    transaction.executeWithoutResult(_ -> {
      accounts().touch(LAN);
      accounts().touch(LAN);
      database.write(LAN, "state", APPROVER);
    });
    assertThat(log.events()).hasSize(before + 1);
    assertThat(log.last(IdentityEvent.ACCOUNT_WRITTEN).facts())
        .containsOnlyKeys(Accounts.ACCOUNT, Accounts.PARTS)
        .containsEntry(Accounts.ACCOUNT, code(LAN));
    assertThat(log.last(IdentityEvent.ACCOUNT_WRITTEN).toString()).doesNotContain("APPROVER");
  }

  @Test
  void whatIsTouchedAndNotChangedIsNotTold() {
    int before = log.events().size();
    change(LAN, OFFICER);
    assertThat(log.events()).hasSize(before);
  }

  @Test
  void whatIsRolledBackLeavesTheAccountAsItWas() {
    String before = code(LAN);
    transaction.executeWithoutResult(status -> {
      accounts().touch(LAN);
      status.setRollbackOnly();
    });
    assertThat(code(LAN)).isEqualTo(before);
    assertThat(isLatest(accounts())).isTrue();
    assertThat(log.types()).hasSize(2);
  }

  @Test
  void anAccountIsChangedInATransactionAlone() {
    assertThatIllegalStateException().isThrownBy(() -> accounts().touch(LAN));
    assertThatIllegalStateException().isThrownBy(() -> accounts().touchNew(LAN));
  }

  @Test
  void onlyADemonstrationIsFilled() {
    assertThatIllegalStateException().isThrownBy(() -> accounts().writeFilling(List.of(LAN)));
  }

  @Test
  void thePartsTellWhichOneWasAltered() {
    Map<String, String> before = accounts().parts(LAN, OFFICER);
    Map<String, String> after = accounts().parts(LAN, APPROVER);
    assertThat(before.keySet()).containsExactly("lock", "roles");
    assertThat(after.get("lock")).isEqualTo(before.get("lock"));
    assertThat(after.get("roles")).isNotEqualTo(before.get("roles"));
    assertThat(accounts().parts(NAM, OFFICER).get("roles"))
        .as("none is another account's")
        .isNotEqualTo(before.get("roles"));
  }
}
