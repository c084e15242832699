package anbinh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.ApiReference;
import anbinh.testing.TestServer;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `docs/ref/openapi.json` is what the running server publishes. With `-Danbinh.update=true` this
/// test writes it, otherwise it fails when the file is stale.
class OpenApiReferenceIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void theFileSaysWhatTheServerSays() throws Exception {
    String published =
        JSON.writeValueAsString(SERVER.client().get("/v3/api-docs").json()).replace("\r\n", "\n")
            + "\n";
    if (Boolean.getBoolean("anbinh.update")) {
      Files.writeString(ApiReference.FILE, published);
    }
    assertThat(Files.readString(ApiReference.FILE))
        .as("run again with -Dtest.jvm.args=-Danbinh.update=true")
        .isEqualTo(published);
  }

  @Test
  void everyOperationSaysWhatItIsForWhoMayAndWhatCanGoWrong() {
    var silent = new ArrayList<String>();
    ApiReference.read()
        .path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) -> {
              boolean told =
                  !operation.path("summary").asString("").isBlank()
                      && !operation.path("description").asString("").isBlank()
                      && describesItsErrors(method, operation);
              if (!told) {
                silent.add(method + " " + path);
              }
            }));
    assertThat(silent).isEmpty();
  }

  @Test
  void everyBodySaysItsShape() {
    var shapeless = new ArrayList<String>();
    ApiReference.read()
        .path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry((method, operation) ->
                operation
                    .path("requestBody")
                    .path("content")
                    .forEachEntry((type, content) -> {
                      if (!content.has("schema")) {
                        shapeless.add(method + " " + path + " " + type);
                      }
                    })));
    assertThat(shapeless).isEmpty();
  }

  @Test
  void anAnswerSaysWhatItAlwaysHasAndWhatMayBeNull() {
    JsonNode user = schema("IdentityUserView");
    assertThat(user.path("required")).hasSize(user.path("properties").size());
    assertThat(user.at("/properties/username/type").asString()).isEqualTo("string");
    assertThat(user.at("/properties/area/anyOf/1/type").asString()).isEqualTo("null");
    JsonNode page = schema("PlatformPageCasesCaseView");
    assertThat(page.path("required")).hasSize(3);
    assertThat(page.at("/properties/next/type/1").asString()).isEqualTo("null");
    JsonNode request = schema("EvidenceRequestView");
    assertThat(request.path("required")).hasSize(request.path("properties").size());
    assertThat(request.at("/properties/case").has("$ref")).isTrue();
  }

  @Test
  void aBodySaysWhatItMustHaveAndWhatMayBeNull() {
    JsonNode body = schema("AreasEndingBody");
    assertThat(body.path("required").valueStream().map(JsonNode::asString))
        .containsExactly("areaIds", "on", "reason");
    assertThat(body.at("/properties/moves/type/1").asString()).isEqualTo("null");
  }

  private static JsonNode schema(String name) {
    return ApiReference.read().at("/components/schemas/" + name);
  }

  private static boolean describesItsErrors(String method, JsonNode operation) {
    JsonNode responses = operation.path("responses");
    boolean takesInput = operation.has("requestBody") || operation.has("parameters");
    return (!takesInput || !responses.path("400").path("description").asString("").isBlank())
        && (method.equals("get")
            || responses.path("403").path("description").asString("").contains("csrf"));
  }
}
