package anbinh.evidence.collect;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.copy.CopyReason;
import anbinh.evidence.player.PlayerCopy;
import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.SeniorReason;
import anbinh.evidence.request.SubjectClass;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.media.StreamState;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.EndCause;
import anbinh.media.record.log.Gap;
import anbinh.recording.GapCause;
import anbinh.video.Container;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.pass.Weakness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schemas of packages beside the page that explains them and the code that they describe.
class PackageSchemasTest {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

  @Test
  void thePageNamesEveryMember() throws IOException {
    Set<String> words =
        CODE.matcher(Files.readString(PackageSchemas.PAGE))
            .results()
            .flatMap(code -> WORD.matcher(code.group(1)).results())
            .map(word -> word.group())
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (Path schema : schemas()) {
      assertThat(Files.readString(PackageSchemas.PAGE))
          .contains("(package/" + schema.getFileName() + ")");
      for (JsonNode object : objects(read(schema))) {
        missing.addAll(object.path("properties").propertyNames());
      }
    }
    missing.removeAll(words);
    assertThat(missing).isEmpty();
  }

  @Test
  void noObjectMayHaveMembersThatAreNotNamed() throws IOException {
    for (Path schema : schemas()) {
      List<JsonNode> objects = objects(read(schema));
      assertThat(objects).as("%s", schema).isNotEmpty();
      assertThat(objects)
          .as("%s", schema)
          .allMatch(object ->
              object.path("additionalProperties").isBoolean()
                  && !object.path("additionalProperties").asBoolean());
    }
  }

  @Test
  void listsOfCodesAreThoseOfTheProgram() throws IOException {
    Set<String> causes = names(GapCause.values());
    causes.addAll(names(Gap.Cause.values()));
    causes.addAll(names(StreamState.Cause.values()));
    assertThat(codes("coverage", "cause")).isEqualTo(causes);
    assertThat(codes("record", "cause")).isEqualTo(causes);
    assertThat(codes("record", "timesFrom")).isEqualTo(names(ClockEvidence.Source.values()));
    assertThat(codes("record", "container")).isEqualTo(names(Container.values()));
    assertThat(codes("record", "sound")).isEqualTo(names(PlayerCopy.Sound.values()));
    assertThat(codes("copy", "reasons")).isEqualTo(names(CopyReason.values()));
    assertThat(codes("sightings", "kind")).isEqualTo(names(ObjectClass.values()));
    assertThat(codes("sightings", "colours")).isEqualTo(names(Colour.values()));
    assertThat(codes("sightings", "direction")).isEqualTo(names(Direction.values()));
    assertThat(codes("sightings", "weakness")).isEqualTo(names(Weakness.values()));
    Map<String, Enum<?>[]> facts =
        Map.of(
            "purpose", Purpose.values(),
            "legalBasis", LegalBasis.values(),
            "offence", Offence.values(),
            "senior", SeniorReason.values(),
            "subjectClass", SubjectClass.values(),
            "ended", EndCause.values(),
            "reasonCode", DecisionReason.values());
    for (Map.Entry<String, Enum<?>[]> fact : facts.entrySet()) {
      assertThat(codes("event", fact.getKey())).isEqualTo(names(fact.getValue()));
    }
  }

  /// A time in another form, a member more, a member less: the schema refuses each.
  @Test
  void refusesWhatIsNotWritten() {
    String coverage =
        """
        {"format": "anbinh.coverage/1", "from": "2026-11-23T02:00:00.000Z",
         "to": "2026-11-23T02:00:40.000Z", "cameras": [{
           "cameraId": "6d1f2f0e-5c1b-4c55-9d0c-0a4a2f6b7c11", "code": "CAM-0412", "recorded": [],
           "gaps": [{"from": "2026-11-23T02:00:00.000Z", "to": "2026-11-23T02:00:40.000Z",
             "cause": "SWITCHED_OFF", "detail": "",
             "switched": {"at": "2026-11-22T02:00:00.000Z"}}],
           "coveredMillis": 0, "requestedMillis": 40000}]}
        """;
    assertThat(PackageSchemas.errors("coverage", coverage)).isEmpty();
    for (String bad :
        List.of(
            coverage.replace("00:00.000Z", "00:00Z"),
            coverage.replace("00:00.000Z", "00:00.000000Z"),
            coverage.replace("\"detail\": \"\",", ""),
            coverage.replace("\"detail\"", "\"empty\": false, \"detail\""),
            coverage.replace("SWITCHED_OFF", "SWITCHED"),
            coverage.replace("\"cameras\"", "\"camera\""))) {
      assertThat(PackageSchemas.errors("coverage", bad)).as(bad).isNotEmpty();
    }
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /// The list of codes that a member has, itself or each of its items.
  private static Set<String> codes(String schema, String member) throws IOException {
    Set<String> codes = new TreeSet<>();
    for (JsonNode object : objects(read(PackageSchemas.FOLDER.resolve(schema + ".schema.json")))) {
      JsonNode property = object.path("properties").path(member);
      JsonNode list = property.has("items") ? property.path("items") : property;
      list.path("enum").forEach(code -> codes.add(code.asString()));
    }
    return codes;
  }

  private static List<Path> schemas() throws IOException {
    try (Stream<Path> files = Files.list(PackageSchemas.FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static JsonNode read(Path schema) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(schema));
  }

  /// Every schema of an object with members that have names.
  private static List<JsonNode> objects(JsonNode schema) {
    Set<JsonNode> found = new HashSet<>();
    collect(schema, found);
    return List.copyOf(found);
  }

  private static void collect(JsonNode node, Set<JsonNode> found) {
    if (node.path("properties").isObject() && node.path("type").asString("").equals("object")) {
      found.add(node);
    }
    node.forEach(child -> collect(child, found));
  }
}
