package anbinh.bench;

import anbinh.e2e.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// Somebody who asks for footage and somebody else who approves it, until it is sealed.
final class Extractions {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final ApiClient investigator;
  private final ApiClient approver;
  private final String caseId;

  /// @param occurred when the case happened
  Extractions(RecordingServer server, Instant occurred) {
    this.investigator = server.person("INVESTIGATOR");
    this.approver = server.person("APPROVER");
    this.caseId =
        investigator
            .post(
                "/api/cases",
                Map.of(
                    "title",
                    "Bench",
                    "type",
                    "THEFT",
                    "occurredFrom",
                    occurred.toString(),
                    "areaId",
                    server.area()))
            .orThrow()
            .get("id")
            .asString();
  }

  /// A sealed extraction.
  ///
  /// @param seconds from when everything was taken and described until it was sealed
  record Sealed(String code, double seconds) {}

  Sealed seal(String camera, Instant from, Instant to) throws InterruptedException {
    String path = "/api/requests/" + request(camera, from, to);
    approver
        .post(
            path + "/decision",
            Map.of("outcome", "APPROVE", "reasonCode", "JUSTIFIED", "reason", "For measuring."))
        .orThrow();
    long begun = 0;
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode request = investigator.get(path).orThrow();
      String step = request.path("progress").path("step").asString("");
      if (begun == 0 && step.equals("SEALING")) {
        begun = System.nanoTime();
      } else if (request.get("state").asString().equals("SEALED")) {
        if (begun == 0) {
          throw new IllegalStateException("sealed too fast to be measured; take more footage");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Sealed(request.get("extraction").get("code").asString(), seconds);
      }
      // Sealing takes seconds, and whoever asks takes the processor from it.
      TimeUnit.MILLISECONDS.sleep(begun == 0 ? 20 : 50);
    }
    throw new IllegalStateException("not sealed after " + TIMEOUT.toMinutes() + " minutes");
  }

  private String request(String camera, Instant from, Instant to) {
    JsonNode choices = investigator.get("/api/requests/choices").orThrow();
    return investigator
        .post(
            "/api/requests",
            Map.of(
                "caseId", caseId,
                "cameraIds", List.of(camera),
                "from", from.toString(),
                "to", to.toString(),
                "purpose", first(choices, "purposes"),
                "legalBasis", first(choices, "legalBases"),
                "offence", first(choices, "offences"),
                "necessity", "Measures how long sealing takes.",
                "urgent", false))
        .orThrow()
        .get("id")
        .asString();
  }

  private static String first(JsonNode choices, String list) {
    return choices.get(list).get(0).get("code").asString();
  }
}
