package anbinh.platform.web;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.ReadOnlyMode;
import anbinh.platform.http.WhileReadOnly;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses what changes something while the server only reads, before its body is read.
final class ReadOnlyRequests implements HandlerInterceptor {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final ReadOnlyMode mode;

  ReadOnlyRequests(ReadOnlyMode mode) {
    this.mode = mode;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (mode.isOn()
        && !SAFE.contains(request.getMethod())
        && handler instanceof HandlerMethod method
        && !answers(method)) {
      throw Problem.of(PlatformProblem.READ_ONLY).after(AGAIN);
    }
    return true;
  }

  private static boolean answers(HandlerMethod method) {
    return method.hasMethodAnnotation(WhileReadOnly.class)
        || method.getBeanType().isAnnotationPresent(WhileReadOnly.class);
  }
}
