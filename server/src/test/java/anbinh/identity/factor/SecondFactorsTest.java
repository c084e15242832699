package anbinh.identity.factor;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.audit.event.RecordedLog;
import anbinh.identity.FactorRule;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.IdentitySettings;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.DataFolder;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts as a second factor, what is asked for to add one, and what must stay; SecondFactorIT
/// and PasskeyIT have the database and the ceremonies.
class SecondFactorsTest {
  private static final String CHALLENGE = "challenge";
  private static final Map<String, @Nullable Object> GOOD = Map.of("id", "good");
  private static final Map<String, @Nullable Object> WRONG = Map.of("id", "wrong");

  @TempDir Path folder;

  private final Person approver = person(1, COMMUNE, Role.APPROVER);
  private final Person officer = person(2, COMMUNE, Role.DUTY_OFFICER);
  private final RecordedLog log = new RecordedLog();
  private final Codes codes = new Codes();
  private final Keys keys = new Keys();
  private final KeyTable keyTable = new KeyTable(keys);
  private @Nullable Apps made;

  private static final class Apps extends TotpTable {
    private final Map<UUID, byte[]> offered = new HashMap<>();
    private final Map<UUID, byte[]> secrets = new HashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Apps(Path folder) {
      super(null, DataFolder.beside(folder), null);
    }

    @Override
    Optional<Instant> findAdded(UUID person) {
      return secrets.containsKey(person) ? Optional.of(NOW) : Optional.empty();
    }

    @Override
    void offer(UUID person, byte[] secret) {
      offered.put(person, secret);
    }

    @Override
    boolean offered(UUID person) {
      return offered.containsKey(person);
    }

    @Override
    boolean takeUp(UUID person, String code, Instant now) {
      byte[] secret = offered.get(person);
      if (secret == null || Totp.match(secret, code, now).isEmpty()) {
        return false;
      }
      secrets.put(person, secret);
      return true;
    }

    @Override
    boolean use(UUID person, String code, Instant now) {
      byte[] secret = secrets.get(person);
      return secret != null && Totp.match(secret, code, now).isPresent();
    }

    @Override
    boolean delete(UUID person) {
      return secrets.remove(person) != null;
    }
  }

  private static final class Codes extends RecoveryCodes {
    private final Map<UUID, Set<String>> left = new HashMap<>();
    private int renewed;

    @SuppressWarnings("NullAway") // there is no database
    Codes() {
      super(null, InstantSource.fixed(NOW), null);
    }

    @Override
    List<String> renew(UUID person) {
      renewed++;
      List<String> codes =
          IntStream.range(0, COUNT).mapToObj(each -> "code" + renewed + "-" + each).toList();
      left.put(person, new HashSet<>(codes));
      return codes;
    }

    @Override
    boolean use(UUID person, String typed) {
      return left.getOrDefault(person, new HashSet<>()).remove(typed);
    }

    @Override
    int left(UUID person) {
      return left.getOrDefault(person, Set.of()).size();
    }

    @Override
    void delete(UUID person) {
      left.remove(person);
    }
  }

  private static final class Keys extends Passkeys {
    private final Map<UUID, List<Passkey>> keys = new HashMap<>();
    private int added;

    @SuppressWarnings("NullAway") // no ceremony is held
    Keys() {
      super(null, null, null, null);
    }

    List<Passkey> of(UUID person) {
      return keys.computeIfAbsent(person, _ -> new ArrayList<>());
    }

    @Override
    List<Passkey> list(UUID person) {
      return List.copyOf(of(person));
    }

    @Override
    boolean add(
        Person person, String challenge, String name, Map<String, @Nullable Object> credential) {
      boolean good = challenge.equals(CHALLENGE) && credential.equals(GOOD);
      if (good) {
        of(person.id()).add(new Passkey(new UUID(8, ++added), name, NOW, NOW));
      }
      return good;
    }

    @Override
    boolean accepts(Person person, String challenge, Map<String, @Nullable Object> credential) {
      return challenge.equals(CHALLENGE) && credential.equals(GOOD) && !of(person.id()).isEmpty();
    }
  }

  private static final class KeyTable extends PasskeyTable {
    private final Keys keys;

    @SuppressWarnings("NullAway") // there is no database
    KeyTable(Keys keys) {
      super(null, null, null);
      this.keys = keys;
    }

    @Override
    boolean delete(UUID person, UUID passkey) {
      return keys.of(person).removeIf(each -> each.id().equals(passkey));
    }

    @Override
    void deleteAll(UUID person) {
      keys.of(person).clear();
    }
  }

  @BeforeEach
  void make() {
    made = new Apps(folder);
  }

  private Apps apps() {
    return Objects.requireNonNull(made);
  }

  private SecondFactors factors(FactorRule rule) {
    var site = new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true);
    var settings =
        new IdentitySettings(
            Duration.ofMinutes(30),
            Duration.ofHours(12),
            8,
            100,
            40,
            Duration.ofMinutes(10),
            rule,
            Duration.ofMinutes(5),
            null,
            Duration.ofHours(24));
    var clock = new SiteClock(InstantSource.fixed(NOW), site);
    return new SecondFactors(apps(), codes, keys, keyTable, settings, site, clock, log);
  }

  private SecondFactors factors() {
    return factors(FactorRule.REQUIRED_FOR_DECIDERS);
  }

  private static void assertRefused(IdentityProblem why, ThrowingCallable tried) {
    assertThat(catchThrowableOfType(Problem.class, tried))
        .isNotNull()
        .extracting(Problem::code)
        .isEqualTo(why);
  }

  private static void assertWrong(String code, ThrowingCallable tried) {
    assertThat(catchThrowableOfType(Problem.class, tried).fields())
        .extracting(FieldProblem::code)
        .containsExactly(code);
  }

  private String code(Person person) {
    byte[] secret = apps().offered.getOrDefault(person.id(), new byte[Totp.SECRET_BYTES]);
    return Totp.code(secret, Totp.step(NOW));
  }

  private List<String> addApp(Person person) {
    factors().offerTotp(person);
    return factors().addTotp(person, code(person));
  }

  private List<String> addKey(Person person) {
    return factors().addPasskey(person, CHALLENGE, "Khóa", GOOD);
  }

  private static Proof proof(Method method, @Nullable String value) {
    return new Proof(method, value, null);
  }

  @SuppressWarnings("NullAway") // the record says that what is in it may be null
  private static Proof key(Map<String, @Nullable Object> credential) {
    return new Proof(Method.PASSKEY, null, credential);
  }

  @Test
  void theStrongestIsNamedFirst() {
    assertThat(factors().methods(officer)).isEmpty();
    addApp(officer);
    addKey(officer);
    assertThat(factors().methods(officer))
        .containsExactly(Method.PASSKEY, Method.TOTP, Method.RECOVERY_CODE);
    codes.left.clear();
    assertThat(factors().methods(officer)).containsExactly(Method.PASSKEY, Method.TOTP);
  }

  @Test
  void recoveryCodesAloneAreNoFactor() {
    codes.renew(officer.id());
    assertThat(factors().methods(officer)).isEmpty();
  }

  @Test
  void theFirstFactorBringsRecoveryCodesAndTheNextLeavesThem() {
    assertThat(addApp(officer)).hasSize(RecoveryCodes.COUNT);
    assertThat(addKey(officer)).isEmpty();
    assertThat(codes.left(officer.id())).isEqualTo(RecoveryCodes.COUNT);
    assertThat(log.types())
        .containsExactly(IdentityEvent.SECOND_FACTOR_ADDED, IdentityEvent.SECOND_FACTOR_ADDED);
  }

  @Test
  void anAppCountsOnlyOnceItShowedACode() {
    assertRefused(IdentityProblem.NO_OFFER, () -> factors().addTotp(officer, "123456"));
    factors().offerTotp(officer);
    assertThat(factors().methods(officer)).isEmpty();
    String wrong = code(officer).equals("000000") ? "000001" : "000000";
    assertWrong("code-wrong", () -> factors().addTotp(officer, wrong));
    assertThat(factors().methods(officer)).isEmpty();
    assertThat(codes.left(officer.id())).isZero();
    assertThat(log.events()).isEmpty();
  }

  @Test
  void aPasskeyIsAddedByTheChallengeOfThisSessionAlone() {
    assertRefused(
        IdentityProblem.NO_OFFER, () -> factors().addPasskey(officer, null, "Khóa", GOOD));
    assertWrong("passkey-wrong", () -> factors().addPasskey(officer, "another", "Khóa", GOOD));
    assertWrong("passkey-wrong", () -> factors().addPasskey(officer, CHALLENGE, "Khóa", WRONG));
    assertThat(factors().methods(officer)).isEmpty();
    assertThat(log.events()).isEmpty();
  }

  @Test
  void aProofIsOnesOwnAndAPasskeySignedWhatWasAsked() {
    addApp(officer);
    addKey(officer);
    String code = code(officer);
    assertThat(factors().accepts(officer, proof(Method.TOTP, code), null)).isTrue();
    assertThat(factors().accepts(approver, proof(Method.TOTP, code), null)).isFalse();
    assertThat(factors().accepts(officer, proof(Method.TOTP, null), null)).isFalse();
    assertThat(factors().accepts(officer, key(GOOD), CHALLENGE)).isTrue();
    assertThat(factors().accepts(officer, key(GOOD), null)).as("nothing was asked").isFalse();
    assertThat(factors().accepts(officer, key(WRONG), CHALLENGE)).isFalse();
    assertThat(factors().accepts(officer, proof(Method.PASSKEY, "x"), CHALLENGE)).isFalse();
  }

  @Test
  void aRecoveryCodeIsGoodOnce() {
    String one = addApp(officer).getFirst();
    assertThat(factors().accepts(approver, proof(Method.RECOVERY_CODE, one), null)).isFalse();
    assertThat(factors().accepts(officer, proof(Method.RECOVERY_CODE, one), null)).isTrue();
    assertThat(factors().accepts(officer, proof(Method.RECOVERY_CODE, one), null)).isFalse();
  }

  @Test
  void thePasswordIsNoSecondFactor() {
    for (Method method : List.of(Method.PASSWORD, Method.PROVIDER)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> factors().accepts(officer, proof(method, "x"), CHALLENGE));
    }
  }

  @Test
  void whoDecidesKeepsOneAndARecoveryCodeIsNoOther() {
    addApp(approver);
    assertRefused(IdentityProblem.LAST_SECOND_FACTOR, () -> factors().removeTotp(approver));
    addKey(approver);
    factors().removeTotp(approver);
    UUID last = keys.of(approver.id()).getFirst().id();
    assertRefused(
        IdentityProblem.LAST_SECOND_FACTOR, () -> factors().removePasskey(approver, last));
    addKey(approver);
    factors().removePasskey(approver, last);
    assertThat(factors().methods(approver)).containsExactly(Method.PASSKEY, Method.RECOVERY_CODE);
  }

  @Test
  void everybodyKeepsOneWhereTheRuleSaysSo() {
    addApp(officer);
    SecondFactors strict = factors(FactorRule.REQUIRED);
    assertRefused(IdentityProblem.LAST_SECOND_FACTOR, () -> strict.removeTotp(officer));
    assertThat(strict.overview(officer).required()).isTrue();
    assertThat(factors().overview(officer).required()).isFalse();
  }

  @Test
  void withTheLastFactorItsRecoveryCodesGo() {
    addApp(officer);
    addKey(officer);
    factors().removePasskey(officer, keys.of(officer.id()).getFirst().id());
    assertThat(codes.left(officer.id())).isEqualTo(RecoveryCodes.COUNT);
    factors().removeTotp(officer);
    assertThat(codes.left(officer.id())).isZero();
    assertThat(factors().methods(officer)).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotRecordedAsRemoved() {
    factors().removeTotp(officer);
    assertThat(log.events()).isEmpty();
    addKey(approver);
    addKey(approver);
    UUID theirs = keys.of(approver.id()).getFirst().id();
    assertRefused(IdentityProblem.NO_SUCH_PASSKEY, () -> factors().removePasskey(officer, theirs));
    assertThat(keys.of(approver.id())).hasSize(2);
    assertThat(log.types()).doesNotContain(IdentityEvent.SECOND_FACTOR_REMOVED);
  }

  @Test
  void recoveryCodesAreRenewedForWhoHasAFactor() {
    assertRefused(IdentityProblem.NO_OFFER, () -> factors().renewRecoveryCodes(officer));
    String old = addApp(officer).getFirst();
    assertThat(factors().renewRecoveryCodes(officer)).hasSize(RecoveryCodes.COUNT);
    assertThat(factors().accepts(officer, proof(Method.RECOVERY_CODE, old), null)).isFalse();
    assertThat(log.last(IdentityEvent.RECOVERY_CODES_RENEWED).actor()).isEqualTo(officer.actor());
  }

  @Test
  void aResetLeavesNothing() {
    addApp(officer);
    addKey(officer);
    addApp(approver);
    factors().reset(officer.id());
    assertThat(factors().methods(officer)).isEmpty();
    assertThat(codes.left(officer.id())).isZero();
    assertThat(factors().methods(approver)).contains(Method.TOTP);
  }

  @Test
  void theRuleAsksForAFactorOfWhoHasNone() {
    assertThat(factors().missing(approver)).isTrue();
    assertThat(factors().missing(officer)).isFalse();
    assertThat(factors(FactorRule.REQUIRED).missing(officer)).isTrue();
    assertThat(factors(FactorRule.OPTIONAL).missing(approver)).isFalse();
  }

  @Test
  void anOfferIsNotWrittenWhereItIsPrinted() {
    SecondFactors.Offer offer = factors().offerTotp(officer);
    assertThat(offer.uri()).contains(offer.secret());
    assertThat(offer.toString()).doesNotContain(offer.secret());
  }
}
