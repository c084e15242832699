package anbinh.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Finds what answers a request. Spring holds a path that it does not know word by word against
/// every pattern of the API in turn, which are some hundreds. Here a pattern is known by how it
/// begins, up to its first variable, so that a path is held against a few at first and against all
/// only if none of them fits.
final class HandlerLookup extends RequestMappingHandlerMapping {
  private final Set<String> beginnings = new HashSet<>();

  @Override
  protected Set<String> getDirectPaths(RequestMappingInfo mapping) {
    Set<String> own =
        mapping.getPatternValues().stream()
            .map(HandlerLookup::beginning)
            .collect(Collectors.toUnmodifiableSet());
    beginnings.addAll(own);
    return own;
  }

  private static String beginning(String pattern) {
    int end = 0;
    while (end < pattern.length() && "{*?".indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    return pattern.substring(0, end == pattern.length() ? end : pattern.lastIndexOf('/', end));
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    String known = path;
    while (!known.isEmpty() && !beginnings.contains(known)) {
      known = known.substring(0, Math.max(0, known.lastIndexOf('/')));
    }
    return super.lookupHandlerMethod(known, request);
  }
}
