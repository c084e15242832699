package anbinh.platform.web;

import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.util.Map;
import java.util.Set;

/// What a sweep over the whole API needs of the operations of one part of it; objects lie in the
/// home area of [ApiFixture].
public interface ApiScenario {
  /// How the paths of its operations begin.
  Set<String> paths();

  /// The path of an operation, filled in with the identifiers of objects that there are: of its own
  /// where the operation changes them.
  String address(String operation);

  /// A body with every field that the server takes with good grace, each time with names of its
  /// own; empty where there is none.
  Map<String, Object> body(String operation);

  /// The codes of what who may do it gets, by operation, where its objects give something else than
  /// success.
  default Map<String, String> answers() {
    return Map.of();
  }

  /// Whether [#call] makes the body of the object that is called.
  default boolean makesBodyOfItsObject(String operation) {
    return false;
  }

  /// Calls an operation as its form needs it.
  default Answer call(TestClient client, String operation, String address) {
    return switch (operation.substring(0, operation.indexOf(' '))) {
      case "GET" -> client.get(address);
      case "POST" -> client.post(address, body(operation));
      case "PATCH" -> client.patch(address, body(operation));
      default -> client.delete(address);
    };
  }

  default boolean knows(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    return paths().stream().anyMatch(path::startsWith);
  }
}
