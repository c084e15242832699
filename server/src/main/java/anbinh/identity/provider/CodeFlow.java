package anbinh.identity.provider;

import anbinh.seal.tree.Hash;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/// The authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0 §3.1, RFC 7636),
/// by Spring Security. Safe for many threads.
final class CodeFlow {
  private static final Set<SignatureAlgorithm> ALGORITHMS =
      Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

  private final ClientRegistration client;
  private final NimbusJwtDecoder keys;
  private final OidcAuthorizationCodeAuthenticationProvider exchange;

  CodeFlow(
      ProviderSettings settings,
      ProviderDocument document,
      @Nullable String secret,
      ClientHttpRequestFactory calls) {
    this.client = client(settings, document, secret);
    this.keys = decoder(document, calls);
    NimbusJwtDecoder tokens = decoder(document, calls);
    tokens.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
    tokens.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    var codes = new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(
        RestClient.builder()
            .requestFactory(calls)
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    this.exchange =
        new OidcAuthorizationCodeAuthenticationProvider(
            codes, request -> new DefaultOidcUser(List.of(), request.getIdToken()));
    exchange.setJwtDecoderFactory(registration -> tokens);
  }

  /// Where the browser goes.
  URI address(ProviderTry attempt, URI back) {
    return URI.create(request(attempt, back).getAuthorizationRequestUri());
  }

  Identified identify(
      ProviderTry attempt, URI back, String code, String state, ProviderSettings settings) {
    var response =
        OAuth2AuthorizationResponse.success(code).state(state).redirectUri(back.toString()).build();
    var answer =
        exchange.authenticate(
            new OAuth2LoginAuthenticationToken(
                client, new OAuth2AuthorizationExchange(request(attempt, back), response)));
    OidcUser user = (OidcUser) Objects.requireNonNull(answer.getPrincipal());
    OidcIdToken token = user.getIdToken();
    return new Identified(
        token.getSubject(),
        Objects.requireNonNullElse(token.getClaimAsString("sid"), ""),
        TrustedFactors.in(token.getClaims(), settings.trustedAcr(), settings.trustedAmr()),
        token.getAuthenticatedAt(),
        token.getTokenValue());
  }

  /// The claims of a token that the provider signed, of whatever kind; times are instants.
  Map<String, Object> claims(String token) {
    return keys.decode(token).getClaims();
  }

  private OAuth2AuthorizationRequest request(ProviderTry attempt, URI back) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .clientId(client.getClientId())
        .authorizationUri(client.getProviderDetails().getAuthorizationUri())
        .redirectUri(back.toString())
        .scopes(client.getScopes())
        .state(attempt.state())
        .attributes(attributes -> {
          attributes.put(OidcParameterNames.NONCE, attempt.nonce());
          attributes.put(PkceParameterNames.CODE_VERIFIER, attempt.verifier());
        })
        .additionalParameters(parameters -> {
          parameters.put(OidcParameterNames.NONCE, hash(attempt.nonce()));
          parameters.put(PkceParameterNames.CODE_CHALLENGE, hash(attempt.verifier()));
          parameters.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
          if (attempt.confirms() != null) {
            parameters.put("prompt", "login");
            parameters.put("max_age", "0");
          }
        })
        .build();
  }

  private static ClientRegistration client(
      ProviderSettings settings, ProviderDocument document, @Nullable String secret) {
    Set<String> scopes = new LinkedHashSet<>(List.of("openid"));
    scopes.addAll(settings.scopes());
    ClientAuthenticationMethod method =
        document.secretInBody()
            ? ClientAuthenticationMethod.CLIENT_SECRET_POST
            : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    return ClientRegistration.withRegistrationId("provider")
        .clientId(settings.clientId())
        .clientSecret(secret == null ? "" : secret)
        .clientAuthenticationMethod(secret == null ? ClientAuthenticationMethod.NONE : method)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("{baseUrl}")
        .scope(scopes)
        .authorizationUri(document.authorization().toString())
        .tokenUri(document.token().toString())
        .jwkSetUri(document.keys().toString())
        .issuerUri(String.valueOf(settings.issuer()))
        .build();
  }

  private static NimbusJwtDecoder decoder(
      ProviderDocument document, ClientHttpRequestFactory calls) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(document.keys().toString())
            .restOperations(new RestTemplate(calls))
            .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
            .validateType(false)
            .build();
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator()));
    return decoder;
  }

  private static String hash(String value) {
    byte[] hash = Hash.sha256(value.getBytes(StandardCharsets.US_ASCII)).bytes();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
