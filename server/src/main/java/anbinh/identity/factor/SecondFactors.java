package anbinh.identity.factor;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.IdentitySettings;
import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.platform.QrCode;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// People's second factors: what they have, adding and removing, and whether a proof is good.
///
/// Guessing is not limited here but where proofs are asked for. Safe for many threads.
@Component
public class SecondFactors {
  private final TotpTable totp;
  private final RecoveryCodes recovery;
  private final Passkeys passkeys;
  private final PasskeyTable passkeyTable;
  private final IdentitySettings settings;
  private final Site site;
  private final SiteClock clock;
  private final AuditLog log;

  SecondFactors(
      TotpTable totp,
      RecoveryCodes recovery,
      Passkeys passkeys,
      PasskeyTable passkeyTable,
      IdentitySettings settings,
      Site site,
      SiteClock clock,
      AuditLog log) {
    this.totp = totp;
    this.recovery = recovery;
    this.passkeys = passkeys;
    this.passkeyTable = passkeyTable;
    this.settings = settings;
    this.site = site;
    this.clock = clock;
    this.log = log;
  }

  /// What a person can show beside the password, the strongest first; empty without any.
  public List<Method> methods(Person person) {
    var methods = new ArrayList<Method>();
    if (!passkeys.list(person.id()).isEmpty()) {
      methods.add(Method.PASSKEY);
    }
    if (totp.findAdded(person.id()).isPresent()) {
      methods.add(Method.TOTP);
    }
    if (!methods.isEmpty() && recovery.left(person.id()) > 0) {
      methods.add(Method.RECOVERY_CODE);
    }
    return methods;
  }

  /// Whether the rule asks for a factor that the person does not have.
  public boolean missing(Person person) {
    return settings.secondFactor().covers(person) && !person.secondFactor();
  }

  /// Whether a proof is good; a code that is good is used up with it.
  ///
  /// @param challenge the one that this session asked a passkey to sign, if any
  @Transactional
  public boolean accepts(Person person, Proof proof, @Nullable String challenge) {
    return switch (proof.method()) {
      case PASSKEY ->
          challenge != null
              && proof.credential() != null
              && passkeys.accepts(person, challenge, proof.credential());
      case TOTP -> totp.use(person.id(), proof.text(), clock.now());
      case RECOVERY_CODE -> recovery.use(person.id(), proof.text());
      case PASSWORD, PROVIDER ->
          throw new IllegalArgumentException(proof.method() + " is no second factor here");
    };
  }

  /// A fresh challenge for a passkey.
  public static String newChallenge() {
    return Passkeys.newChallenge();
  }

  public Map<String, @Nullable Object> requestOptions(Person person, String challenge) {
    return passkeys.requestOptions(person, challenge);
  }

  public Map<String, @Nullable Object> creationOptions(Person person, String challenge) {
    return passkeys.creationOptions(person, challenge);
  }

  public Overview overview(Person person) {
    return new Overview(
        totp.findAdded(person.id()).orElse(null),
        passkeys.list(person.id()),
        recovery.left(person.id()),
        settings.secondFactor().covers(person));
  }

  /// Makes a secret for the person's app; it counts once [#addTotp] saw a code of it.
  @Transactional
  public Offer offerTotp(Person person) {
    byte[] secret = Totp.newSecret();
    totp.offer(person.id(), secret);
    String uri = Totp.uri(site.name(), person.username(), secret);
    return new Offer(Totp.text(secret), uri, QrCode.svg(uri));
  }

  /// Takes the offered secret into use; returns the recovery codes where the person had none.
  @Transactional
  public List<String> addTotp(Person person, String code) {
    if (!totp.offered(person.id())) {
      throw Problem.of(IdentityProblem.NO_OFFER);
    }
    boolean first = methods(person).isEmpty();
    if (!totp.takeUp(person.id(), code, clock.now())) {
      throw Problem.invalid("code", "code-wrong");
    }
    return added(person, Method.TOTP, first);
  }

  /// Adds a passkey; returns the recovery codes where the person had none.
  @Transactional
  public List<String> addPasskey(
      Person person,
      @Nullable String challenge,
      String name,
      Map<String, @Nullable Object> credential) {
    if (challenge == null) {
      throw Problem.of(IdentityProblem.NO_OFFER);
    }
    boolean first = methods(person).isEmpty();
    if (!passkeys.add(person, challenge, name, credential)) {
      throw Problem.invalid("credential", "passkey-wrong");
    }
    return added(person, Method.PASSKEY, first);
  }

  @Transactional
  public void removeTotp(Person person) {
    requireAnother(person, Method.TOTP);
    if (totp.delete(person.id())) {
      removed(person, Method.TOTP);
    }
  }

  @Transactional
  public void removePasskey(Person person, UUID passkey) {
    if (passkeys.list(person.id()).size() == 1) {
      requireAnother(person, Method.PASSKEY);
    }
    if (!passkeyTable.delete(person.id(), passkey)) {
      throw Problem.of(IdentityProblem.NO_SUCH_PASSKEY);
    }
    removed(person, Method.PASSKEY);
  }

  @Transactional
  public List<String> renewRecoveryCodes(Person person) {
    if (methods(person).isEmpty()) {
      throw Problem.of(IdentityProblem.NO_OFFER);
    }
    log.record(Event.of(IdentityEvent.RECOVERY_CODES_RENEWED).by(person.actor()));
    return recovery.renew(person.id());
  }

  /// Removes all that a person has; nobody can add any for them. Not recorded here: callers do.
  @Transactional
  public void reset(UUID person) {
    totp.delete(person);
    passkeyTable.deleteAll(person);
    recovery.delete(person);
  }

  private List<String> added(Person person, Method method, boolean first) {
    log.record(
        Event.of(IdentityEvent.SECOND_FACTOR_ADDED).by(person.actor()).fact("method", method));
    return first ? recovery.renew(person.id()) : List.of();
  }

  private void removed(Person person, Method method) {
    if (methods(person).isEmpty()) {
      recovery.delete(person.id());
    }
    log.record(
        Event.of(IdentityEvent.SECOND_FACTOR_REMOVED).by(person.actor()).fact("method", method));
  }

  private void requireAnother(Person person, Method method) {
    boolean other =
        methods(person).stream().anyMatch(m -> m != method && m != Method.RECOVERY_CODE);
    if (settings.secondFactor().covers(person) && !other) {
      throw Problem.of(IdentityProblem.LAST_SECOND_FACTOR);
    }
  }

  /// What somebody has.
  ///
  /// @param totpAddedAt null without an authenticator app
  /// @param required whether one at least must stay
  public record Overview(
      @Nullable Instant totpAddedAt,
      List<Passkey> passkeys,
      int recoveryCodesLeft,
      boolean required) {
    public Overview {
      passkeys = List.copyOf(passkeys);
    }
  }

  /// A secret for an authenticator app.
  ///
  /// @param uri what the picture holds
  /// @param picture SVG
  public record Offer(String secret, String uri, String picture) {
    @Override
    public String toString() {
      return "Offer[]";
    }
  }
}
