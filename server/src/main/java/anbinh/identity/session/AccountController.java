package anbinh.identity.session;

import anbinh.identity.factor.Passkey;
import anbinh.identity.factor.SecondFactors;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.http.WhileReadOnly;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/account`: one's own second factors and sessions. Whatever changes a factor is a grave act:
/// whoever finds an open desk must not make themselves at home.
@WhileReadOnly
@RestController
@OnlyWhenServing
@RequestMapping("/api/account")
class AccountController {
  private final Access access;
  private final CurrentPerson current;
  private final SecondFactors factors;
  private final SessionPeople sessions;
  private final StoredSessions open;

  AccountController(
      Access access,
      CurrentPerson current,
      SecondFactors factors,
      SessionPeople sessions,
      StoredSessions open) {
    this.access = access;
    this.current = current;
    this.factors = factors;
    this.sessions = sessions;
    this.open = open;
  }

  @GetMapping
  AccountView get() {
    SecondFactors.Overview overview = factors.overview(current.get());
    Instant since = overview.totpAddedAt();
    return new AccountView(
        since == null ? null : new TotpView(since),
        overview.passkeys(),
        overview.recoveryCodesLeft(),
        overview.required());
  }

  @PostMapping("/totp")
  SecondFactors.Offer offerTotp() {
    return factors.offerTotp(access.requireConfirmed());
  }

  @PostMapping("/totp/confirm")
  Added addTotp(@Valid @RequestBody Code code) {
    return new Added(factors.addTotp(access.requireConfirmed(), code.code()));
  }

  @DeleteMapping("/totp")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeTotp() {
    factors.removeTotp(access.requireConfirmed());
  }

  @PostMapping("/passkeys/options")
  Map<String, @Nullable Object> passkeyOptions(HttpServletRequest request) {
    return factors.creationOptions(access.requireConfirmed(), sessions.challenge(request));
  }

  @PostMapping("/passkeys")
  @ResponseStatus(HttpStatus.CREATED)
  Added addPasskey(@Valid @RequestBody NewPasskey passkey, HttpServletRequest request) {
    return new Added(
        factors.addPasskey(
            access.requireConfirmed(),
            sessions.takeChallenge(request),
            passkey.name().strip(),
            passkey.credential()));
  }

  @DeleteMapping("/passkeys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removePasskey(@PathVariable UUID id) {
    factors.removePasskey(access.requireConfirmed(), id);
  }

  @PostMapping("/recovery-codes")
  Added renewRecoveryCodes() {
    return new Added(factors.renewRecoveryCodes(access.requireConfirmed()));
  }

  @GetMapping("/sessions")
  Sessions listSessions(HttpServletRequest request) {
    return new Sessions(open.list(current.get(), request.getSession().getId()));
  }

  @DeleteMapping("/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endSession(@PathVariable String id) {
    open.end(current.get(), id);
  }

  /// Ends all but the present one.
  @DeleteMapping("/sessions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOtherSessions(HttpServletRequest request) {
    open.endOthers(current.get(), request.getSession().getId());
  }

  /// @param totp null without an authenticator app
  /// @param required whether one factor at least must stay
  record AccountView(
      @Nullable TotpView totp, List<Passkey> passkeys, int recoveryCodesLeft, boolean required) {
    AccountView {
      passkeys = List.copyOf(passkeys);
    }
  }

  record TotpView(Instant addedAt) {}

  record Sessions(List<OpenSession> items) {
    Sessions {
      items = List.copyOf(items);
    }
  }

  /// @param recoveryCodes shown this once; empty where the person has some already
  record Added(List<String> recoveryCodes) {
    Added {
      recoveryCodes = List.copyOf(recoveryCodes);
    }

    @Override
    public String toString() {
      return "Added[]";
    }
  }

  record Code(@NotBlank @Size(max = 40) String code) {
    @Override
    public String toString() {
      return "Code[]";
    }
  }

  record NewPasskey(
      @NotBlank @Size(max = 80) String name, @NotNull Map<String, @Nullable Object> credential) {
    NewPasskey {
      if (credential != null) {
        credential = Collections.unmodifiableMap(new LinkedHashMap<>(credential));
      }
    }
  }
}
