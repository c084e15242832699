package anbinh.identity.session;

import anbinh.identity.IdentitySettings;
import anbinh.identity.Role;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.KeyedPath;
import anbinh.platform.http.OpenPaths;
import anbinh.platform.http.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// The one filter chain: who is let through to the controllers, and the headers of every answer.
///
/// Below `/api/` a session is needed unless a feature says otherwise ([OpenPaths]); what the person
/// may do there is decided by [anbinh.identity.session.Access]. A half session opens what completes
/// it and nothing else. The console's files are open.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {
  /// Beside our own: the one style that React Aria writes into the page (`touch-action` of what can
  /// be pressed).
  private static final String STYLES =
      "'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

  /// The page of the API writes styles into its elements; it runs no other scripts than its own.
  private static final String API_PAGE_STYLES = "'self' 'unsafe-inline'";

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:;"
          + " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'; style-src ";

  private static final String POWERS = "camera=(), geolocation=(self), payment=(), usb=()";

  /// Whoever reports from a phone may say it instead of writing it; nothing else hears anything.
  private static final String PHONE_APP = "/t/";

  @Bean
  OpenPaths sessionsAreOpen() {
    return OpenPaths.of(
        "/v3/api-docs/**",
        "/api/session",
        "/api/session/provider/**",
        "/actuator/health",
        "/actuator/health/**");
  }

  /// Each filter would be timed by itself, in every request; whole requests are already.
  @Bean
  SecurityObservationSettings noObservationsOfFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      SessionPeople sessions,
      CsrfTokenRepository csrfTokens,
      List<OpenPaths> open,
      List<KeyedPath> keyed,
      MetricsToken metrics,
      IdentitySettings settings,
      ProblemWriter problems) {
    String[] patterns =
        open.stream().flatMap(each -> each.patterns().stream()).toArray(String[]::new);
    String[] withoutCookies =
        Stream.concat(
                // The provider itself says that somebody left there, signed.
                Stream.of("/api/session/provider/ended"), keyed.stream().map(KeyedPath::pattern))
            .toArray(String[]::new);
    http.securityContext(context -> context.securityContextRepository(sessions))
        .csrf(csrf ->
            csrf.spa().csrfTokenRepository(csrfTokens).ignoringRequestMatchers(withoutCookies))
        .addFilterBefore(
            new SameOrigin(settings.address(), matching(withoutCookies), problems),
            CsrfFilter.class)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .addHeaderWriter((request, response) ->
                    response.setHeader("Content-Security-Policy", policy(request)))
                .addHeaderWriter((request, response) ->
                    response.setHeader("Permissions-Policy", powers(request)))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .addHeaderWriter((request, response) ->
                    response.setHeader("Cross-Origin-Opener-Policy", "same-origin")))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint((request, response, e) ->
                    problems.write(request, response, Problem.of(PlatformProblem.NOT_SIGNED_IN)))
                .accessDeniedHandler(denied(sessions, problems)))
        .authorizeHttpRequests(rules ->
            rules
                .dispatcherTypeMatchers(
                    DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(patterns)
                .permitAll()
                .requestMatchers("/api/session/second-factor", "/api/session/passkey-options")
                .access((person, context) ->
                    new AuthorizationDecision(
                        person.get() instanceof SignedIn
                            || sessions.findHalf(context.getRequest()).isPresent()))
                .requestMatchers("/api/session/**", "/api/account/**")
                .authenticated()
                .requestMatchers("/api/**")
                .access((person, context) ->
                    new AuthorizationDecision(
                        person.get() instanceof SignedIn signedIn && signedIn.due().isEmpty()))
                .requestMatchers("/actuator/prometheus")
                .access((person, context) ->
                    new AuthorizationDecision(
                        metrics.isIn(context.getRequest())
                            || (person.get() instanceof SignedIn signedIn
                                && signedIn.person().has(Role.ADMINISTRATOR))))
                .requestMatchers("/actuator/**")
                .denyAll()
                .requestMatchers(HttpMethod.GET, "/**")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/**")
                .permitAll()
                .anyRequest()
                .authenticated());
    return http.build();
  }

  private static String policy(HttpServletRequest request) {
    boolean apiPage = request.getRequestURI().startsWith("/swagger-ui/");
    return POLICY + (apiPage ? API_PAGE_STYLES : STYLES);
  }

  private static String powers(HttpServletRequest request) {
    boolean phoneApp = request.getRequestURI().startsWith(PHONE_APP);
    return POWERS + (phoneApp ? ", microphone=(self)" : ", microphone=()");
  }

  private static AccessDeniedHandler denied(SessionPeople sessions, ProblemWriter problems) {
    return (request, response, e) ->
        problems.write(request, response, problem(sessions, request, e));
  }

  private static Problem problem(
      SessionPeople sessions, HttpServletRequest request, AccessDeniedException e) {
    if (e instanceof CsrfException) {
      return Problem.of(PlatformProblem.CSRF);
    }
    return sessions
        .find(request)
        .flatMap(SignedIn::due)
        .map(Problem::of)
        .orElseGet(() -> Problem.of(PlatformProblem.NOT_ALLOWED));
  }

  private static RequestMatcher matching(String... patterns) {
    var paths = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(
        Stream.of(patterns).map(pattern -> (RequestMatcher) paths.matcher(pattern)).toList());
  }
}
