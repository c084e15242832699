package anbinh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.ApiReference;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PagedListsTest {
  @Test
  void everyListThatComesInPartsSaysHowLongItIs() throws IOException {
    JsonNode reference = JsonMapper.builder().build().readTree(Files.readString(ApiReference.FILE));
    List<String> lists = new ArrayList<>();
    for (var path : reference.path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      boolean parts =
          get.path("parameters").valueStream().anyMatch(each -> "after".equals(name(each)));
      if (parts) {
        JsonNode schema = get.at("/responses/200/content/application~1json/schema");
        String type = schema.path("$ref").asString("").replaceFirst(".*/", "");
        JsonNode members = reference.at("/components/schemas/" + type + "/properties");
        assertThat(members.propertyNames()).as(path.getKey()).contains("items", "next", "total");
        lists.add(path.getKey());
      }
    }
    assertThat(lists).hasSizeGreaterThan(40).contains("/api/people", "/api/situations");
  }

  private static String name(JsonNode parameter) {
    return parameter.path("name").asString("");
  }
}
