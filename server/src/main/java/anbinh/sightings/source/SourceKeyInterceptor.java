package anbinh.sightings.source;

import anbinh.platform.Problem;
import anbinh.sightings.SightingProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Looks at the key of a system that sends passes, `Authorization: Bearer KEY` (RFC 6750), before
/// anything of the body is read: nobody else makes the server read large ones.
@Component
class SourceKeyInterceptor implements HandlerInterceptor, WebMvcConfigurer {
  private static final String SCHEME = "Bearer ";
  private static final String SOURCE = SourceKeyInterceptor.class.getName();

  private final SightingSources sources;

  SourceKeyInterceptor(SightingSources sources) {
    this.sources = sources;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(BatchController.PATH);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (shown == null || !shown.startsWith(SCHEME)) {
      throw Problem.of(SightingProblem.UNKNOWN_SOURCE_KEY);
    }
    request.setAttribute(SOURCE, sources.requireSending(shown.substring(SCHEME.length()).strip()));
    return true;
  }

  /// Whose key the request showed.
  static UUID source(HttpServletRequest request) {
    return (UUID) Objects.requireNonNull(request.getAttribute(SOURCE));
  }
}
