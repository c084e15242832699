package anbinh.identity.factor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is needed of a browser's `PublicKeyCredential.toJSON()` (WebAuthn Level 3 §5.1), and
/// nothing else of it: the libraries take for granted that these parts are there and what form they
/// have. Extensions are left out, since none is asked for that anything depends on.
final class BrowserAnswer {
  private static final List<String> CREATED = List.of("clientDataJSON", "attestationObject");
  private static final List<String> SIGNED =
      List.of("clientDataJSON", "authenticatorData", "signature");
  private static final Pattern TRANSPORT = Pattern.compile("[a-z-]{1,20}");

  private BrowserAnswer() {}

  /// Of `navigator.credentials.create`; empty when a part is missing.
  static Optional<ObjectNode> created(ObjectNode answer) {
    return parts(answer, CREATED)
        .map(parts -> {
          ArrayNode transports = parts.withObject("response").putArray("transports");
          for (JsonNode transport : answer.path("response").path("transports")) {
            if (transport.isString() && TRANSPORT.matcher(transport.asString()).matches()) {
              transports.add(transport.asString());
            }
          }
          return parts;
        });
  }

  /// Of `navigator.credentials.get`; empty when a part is missing.
  static Optional<ObjectNode> signed(ObjectNode answer) {
    return parts(answer, SIGNED);
  }

  private static Optional<ObjectNode> parts(ObjectNode answer, List<String> names) {
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      JsonNode part = answer.path("response").path(name);
      if (!part.isString()) {
        return Optional.empty();
      }
      response.put(name, part.asString());
    }
    JsonNode id = answer.path("rawId");
    if (!id.isString()) {
      return Optional.empty();
    }
    ObjectNode parts = JsonNodeFactory.instance.objectNode();
    parts.put("id", id.asString());
    parts.put("rawId", id.asString());
    parts.put("type", "public-key");
    parts.set("response", response);
    parts.set("clientExtensionResults", JsonNodeFactory.instance.objectNode());
    return Optional.of(parts);
  }
}
