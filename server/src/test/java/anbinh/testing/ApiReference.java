package anbinh.testing;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API as it is kept, which `OpenApiReferenceIT` holds against what a server
/// publishes: to make it takes a server as long as to start.
public final class ApiReference {
  public static final Path FILE = Path.of("..", "docs", "ref", "openapi.json");

  private ApiReference() {}

  public static JsonNode read() {
    return JsonMapper.shared().readTree(FILE);
  }
}
