package anbinh.identity.provider;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The office's identity provider. Without an issuer there are local accounts only.
///
/// @param issuer address of the provider as its discovery document has it, `https`, or `http` on
///   this machine; none: local accounts only
/// @param name what people call the provider; stands on the sign-in page
/// @param clientId as which this server is known there; the provider sends people back to
///   `anbinh.identity.address` with `/sign-in/return` after it
/// @param clientSecretFile file with the secret, for the server's user alone; none: a public
///   client, with PKCE only
/// @param scopes asked for beside `openid`
/// @param trustedAcr values of `acr` that mean the provider asked for a second factor; with none of
///   these and none of `trusted-amr`, this server asks for its own
/// @param trustedAmr values of `amr` that mean the same
/// @param invitation how long an invitation to link an account is good
/// @param timeout for one call to the provider
@ConfigurationProperties("anbinh.identity.provider")
record ProviderSettings(
    @Nullable URI issuer,
    @DefaultValue("SSO") String name,
    @DefaultValue("anbinh") String clientId,
    @Nullable Path clientSecretFile,
    @DefaultValue("profile") Set<String> scopes,
    @DefaultValue Set<String> trustedAcr,
    @DefaultValue Set<String> trustedAmr,
    @DefaultValue("7d") @DurationMin(minutes = 1) Duration invitation,
    @DefaultValue("5s") @DurationMin(millis = 100) Duration timeout) {
  public ProviderSettings {
    scopes = Set.copyOf(scopes);
    trustedAcr = Set.copyOf(trustedAcr);
    trustedAmr = Set.copyOf(trustedAmr);
  }

  @AssertTrue(message = "must be https://…, or http:// on this machine")
  public boolean isIssuer() {
    return issuer == null || ProviderDocument.safe(issuer);
  }
}
