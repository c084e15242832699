package anbinh.identity.provider;

import anbinh.identity.IdentityProblem;
import anbinh.identity.OwnAddress;
import anbinh.platform.Problem;
import anbinh.platform.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/// The office's identity provider: whether it answers, sending people there, and what it says when
/// they come back. Safe for many threads.
///
/// It is asked where it does what when somebody first needs it, never at the start: local accounts
/// work without it. What it said is asked for anew after [#FRESH], so that a provider that went
/// away is noticed before anybody is sent there.
@Component
public class Provider {
  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
  private static final Duration FRESH = Duration.ofSeconds(20);
  private static final String RETURN = "/sign-in/return";
  private static final int SECRET_BYTES = 32;

  private final ProviderSettings settings;
  private final OwnAddress address;
  private final InstantSource clock;
  private @Nullable Known known;
  private Instant asked = Instant.MIN;

  Provider(ProviderSettings settings, OwnAddress address, InstantSource clock) {
    this.settings = settings;
    this.address = address;
    this.clock = clock;
    if (settings.issuer() != null) {
      secret();
    }
  }

  /// What people call it; empty when there is none.
  public Optional<String> name() {
    return settings.issuer() == null ? Optional.empty() : Optional.of(settings.name());
  }

  /// Whether it does not answer at present.
  public boolean away() {
    return settings.issuer() != null && find().isEmpty();
  }

  /// @param address where the browser goes
  /// @param attempt what the session keeps until it comes back
  public record Begun(URI address, ProviderTry attempt) {}

  /// Begins a sign-in, or for `confirms` a confirmation, for which people must show the provider
  /// anew that it is them.
  public Begun begin(@Nullable UUID confirms, @Nullable String invitation) {
    CodeFlow flow = require().flow();
    var secrets =
        new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), SECRET_BYTES);
    var attempt =
        new ProviderTry(
            secrets.generateKey(),
            secrets.generateKey(),
            secrets.generateKey(),
            clock.instant(),
            confirms,
            invitation);
    return new Begun(flow.address(attempt, back()), attempt);
  }

  /// Who came back with this code.
  public Identified identify(ProviderTry attempt, String code, String state) {
    CodeFlow flow = require().flow();
    try {
      return flow.identify(attempt, back(), code, state, settings);
    } catch (AuthenticationException | JwtException refused) {
      if (unreachable(refused)) {
        throw away(refused);
      }
      LOG.info("the provider's answer was not accepted: {}", refused.getMessage());
      throw Problem.of(IdentityProblem.PROVIDER_REFUSED).because(refused);
    }
  }

  private static boolean unreachable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResourceAccessException) {
        return true;
      }
    }
    return false;
  }

  /// Where somebody is sent who leaves; empty where the provider knows no such thing.
  public Optional<URI> leave(ProviderSession session) {
    return find()
        .map(Known::document)
        .map(ProviderDocument::end)
        .map(end ->
            UriComponentsBuilder.fromUri(end)
                .queryParam("id_token_hint", session.token())
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(settings.clientId(), address.get() + "/sign-in")
                .toUri());
  }

  /// What a logout token of the provider says.
  public Logout left(String token) {
    try {
      Map<String, Object> claims = require().flow().claims(token);
      return LogoutToken.read(
              claims,
              Objects.requireNonNull(settings.issuer()).toString(),
              settings.clientId(),
              clock.instant())
          .orElseThrow(() -> Problem.invalid("logout_token", "logout-token"));
    } catch (JwtException e) {
      throw Problem.invalid("logout_token", "logout-token").because(e);
    }
  }

  private URI back() {
    return URI.create(address.get() + RETURN);
  }

  private Known require() {
    if (settings.issuer() == null) {
      throw Problem.of(IdentityProblem.NO_PROVIDER);
    }
    return find().orElseThrow(() -> away(null));
  }

  private Problem away(@Nullable Throwable cause) {
    Problem problem = Problem.of(IdentityProblem.PROVIDER_AWAY, settings.name()).after(FRESH);
    return cause == null ? problem : problem.because(cause);
  }

  private synchronized Optional<Known> find() {
    Instant now = clock.instant();
    if (now.isBefore(asked.plus(FRESH)) && !asked.equals(Instant.MIN)) {
      return Optional.ofNullable(known);
    }
    Optional<ProviderDocument> document = read();
    Known before = known;
    known =
        document
            .map(said ->
                before != null && before.document().equals(said)
                    ? before
                    : new Known(said, new CodeFlow(settings, said, secret(), calls())))
            .orElse(null);
    asked = clock.instant();
    return Optional.ofNullable(known);
  }

  private Optional<ProviderDocument> read() {
    String issuer = Objects.requireNonNull(settings.issuer()).toString();
    try {
      Map<?, ?> document =
          RestClient.builder()
              .requestFactory(calls())
              .build()
              .get()
              .uri(URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"))
              .retrieve()
              .body(Map.class);
      Optional<ProviderDocument> read =
          document == null ? Optional.empty() : ProviderDocument.read(issuer, document);
      if (read.isEmpty()) {
        LOG.warn("{} does not describe itself as a provider of that name", issuer);
      }
      return read;
    } catch (RestClientException e) {
      LOG.warn("{} does not answer: {}", issuer, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private JdkClientHttpRequestFactory calls() {
    var calls =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    calls.setReadTimeout(settings.timeout());
    return calls;
  }

  private @Nullable String secret() {
    Path file = settings.clientSecretFile();
    if (file == null) {
      return null;
    }
    try {
      String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (!secret.isEmpty()) {
        return secret;
      }
    } catch (IOException e) {
      throw new StartFailure(
          "anbinh.identity.provider.client-secret-file cannot be read: " + file,
          "Write the client's secret into it, readable by the server's user alone.",
          e);
    }
    throw new StartFailure(
        "anbinh.identity.provider.client-secret-file is empty: " + file,
        "Write the client's secret into it.");
  }

  /// @param flow the protocol with what the document says
  private record Known(ProviderDocument document, CodeFlow flow) {}
}
