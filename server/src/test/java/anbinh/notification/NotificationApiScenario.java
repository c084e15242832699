package anbinh.notification;

import anbinh.platform.web.ApiScenario;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What the sweeps over the API need of notifications; no channel is set up there.
public final class NotificationApiScenario implements ApiScenario {
  private static final String PATH = "/api/notifications";
  private static final String ADDRESS = PATH + "/addresses/{id}";
  private static final String NONE = "no-such-notification-address";

  @Override
  public Set<String> paths() {
    return Set.of(PATH);
  }

  @Override
  public String address(String operation) {
    return operation
        .substring(operation.indexOf(' ') + 1)
        .replace("{id}", UUID.randomUUID().toString());
  }

  @Override
  public Map<String, Object> body(String operation) {
    return switch (operation) {
      case "POST " + PATH + "/read" -> new HashMap<>(Map.of("upTo", UUID.randomUUID()));
      case "POST " + PATH + "/addresses" ->
          new HashMap<>(
              Map.of(
                  "channel",
                  "EMAIL",
                  "target",
                  "can.bo@example.vn",
                  "label",
                  "Thư cơ quan",
                  "urgentOnly",
                  true));
      case "PUT " + ADDRESS -> new HashMap<>(Map.of("urgentOnly", true));
      case "POST " + ADDRESS + "/confirmation" -> new HashMap<>(Map.of("code", "000000"));
      case "PUT " + PATH + "/preferences" ->
          new HashMap<>(
              Map.of("muted", List.of("FINDING"), "quietFrom", "22:00", "quietTo", "06:00"));
      default -> new HashMap<>();
    };
  }

  @Override
  public Map<String, String> answers() {
    return Map.of(
        "POST " + PATH + "/addresses", "notification-channel-off",
        "PUT " + ADDRESS, NONE,
        "POST " + ADDRESS + "/confirmation", NONE,
        "POST " + ADDRESS + "/messages", NONE,
        "DELETE " + ADDRESS, NONE);
  }

  @Override
  public Answer call(TestClient client, String operation, String address) {
    return operation.startsWith("PUT ")
        ? client.send(
            "PUT",
            address,
            body(operation),
            Map.of("X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").orElse("")))
        : ApiScenario.super.call(client, operation, address);
  }
}
