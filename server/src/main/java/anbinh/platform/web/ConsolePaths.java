package anbinh.platform.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Finds the console's file for a path: the file of that name, or `index.html` for a page of the
/// console, whose own router reads the path. What belongs to the server is never such a page.
final class ConsolePaths extends PathResourceResolver {
  private static final List<String> SERVER =
      List.of(
          "api/",
          "log/",
          "actuator/",
          "v3/",
          "api-docs",
          "problems/",
          "open311/",
          "transparency",
          "swagger-ui/",
          "t/",
          "assets/",
          "error");

  @Override
  protected @Nullable Resource getResource(String path, Resource location) throws IOException {
    Resource file = super.getResource(path, location);
    if (file != null) {
      return file;
    }
    boolean page = !path.contains(".") && SERVER.stream().noneMatch(path::startsWith);
    return page ? super.getResource("index.html", location) : null;
  }
}
