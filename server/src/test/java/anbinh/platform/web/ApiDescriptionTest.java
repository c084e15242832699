package anbinh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.campaign.CampaignForms;
import anbinh.platform.web.ApiDescription.SchemaNames;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.jackson.TypeNameResolver.Options;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the description promises who reads it: what is always there, what may be null, and which
/// errors come. `OpenApiReferenceIT` holds the whole of it against a server.
class ApiDescriptionTest {
  private final ApiDescription description = new ApiDescription();
  private final SchemaNames names = description.schemaNames();

  private static final class One {
    record Change(String from, @Nullable String to, @Nullable Kind kind, @Nullable Part part) {}

    record Part(@JsonProperty("old") @Nullable String was, @JsonUnwrapped Rest rest) {}

    record Rest(String what, @Nullable String why) {}

    enum Kind {
      A,
      B
    }
  }

  private static final class Two {
    record Change(String other) {}

    enum Kind {
      C
    }
  }

  private String name(Class<?> type) {
    return names.nameForType(TypeFactory.defaultInstance().constructType(type), Set.<Options>of());
  }

  private static JsonSchema text() {
    var text = new JsonSchema();
    text.addType("string");
    return text;
  }

  private static Schema<?> ref(String name) {
    return new JsonSchema().$ref("#/components/schemas/" + name);
  }

  private static Schema<?> object(Map<String, Schema<?>> properties) {
    var object = new JsonSchema();
    properties.forEach(object::addProperty);
    return object;
  }

  /// An API with one operation, which answers with or takes the schema of a record.
  private static OpenAPI api(String path, Operation operation, Map<String, Schema<?>> schemas) {
    var components = new Components();
    schemas.forEach(components::addSchemas);
    var item = new PathItem();
    if (operation.getRequestBody() == null) {
      item.setGet(operation);
    } else {
      item.setPost(operation);
    }
    return new OpenAPI().components(components).paths(new Paths().addPathItem(path, item));
  }

  private static Schema<?> schema(OpenAPI api, String name) {
    return Objects.requireNonNull(api.getComponents().getSchemas().get(name));
  }

  private static Schema<?> property(Schema<?> of, String name) {
    return Objects.requireNonNull(of.getProperties().get(name));
  }

  private static Operation operation() {
    return new Operation().responses(new ApiResponses());
  }

  private static Operation taking(Schema<?> body) {
    return operation()
        .requestBody(
            new RequestBody()
                .content(
                    new Content().addMediaType("application/json", new MediaType().schema(body))));
  }

  private Map<String, Schema<?>> change() {
    var kind = text();
    kind.setEnum(List.of("A", "B"));
    Map<String, Schema<?>> properties = new LinkedHashMap<>();
    properties.put("from", text());
    properties.put("to", text());
    properties.put("kind", kind);
    properties.put("part", ref("Part"));
    return Map.of(name(One.Change.class), object(properties));
  }

  private Schema<?> described(Operation operation) {
    OpenAPI api = api("/api/x", operation, change());
    description.presence(names).customise(api);
    return schema(api, name(One.Change.class));
  }

  @Test
  void aSchemaIsNamedAfterItsFeatureAndTwoOfOneNameAreAFault() {
    assertThat(name(CampaignForms.NewActivity.class)).isEqualTo("CampaignNewActivity");
    assertThat(name(One.Change.class)).isEqualTo("PlatformChange");
    assertThat(name(One.Change.class)).as("again").isEqualTo("PlatformChange");
    assertThatThrownBy(() -> name(Two.Change.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PlatformChange");
  }

  @Test
  void twoListsOfChoicesMayBearOneName() {
    assertThat(name(One.Kind.class)).isNotEqualTo(name(Two.Kind.class));
  }

  @Test
  void anAnswerHasAllItsPartsAndThoseThatAreNullableMayBeNull() {
    Schema<?> schema = described(operation());
    assertThat(schema.getRequired()).containsExactly("from", "kind", "part", "to");
    assertThat(property(schema, "from").getTypes()).containsExactly("string");
    assertThat(property(schema, "to").getTypes()).containsExactlyInAnyOrder("string", "null");
    assertThat(property(schema, "kind").getEnum())
        .as("null is one of the values")
        .isEqualTo(Arrays.asList("A", "B", null));
    assertThat(property(schema, "part").getAnyOf()).hasSize(2);
  }

  @Test
  void ofABodyOnlyWhatIsNotNullableMustBeThere() {
    assertThat(described(taking(ref(name(One.Change.class)))).getRequired())
        .containsExactly("from");
  }

  @Test
  void aRecordWithinTheBodyIsABodyTooHoweverDeepItLies() {
    Map<String, Schema<?>> schemas = new LinkedHashMap<>(change());
    schemas.put(
        "Outer", object(Map.of("all", new ArraySchema().items(ref(name(One.Change.class))))));
    OpenAPI api = api("/api/x", taking(ref("Outer")), schemas);
    description.presence(names).customise(api);
    assertThat(schema(api, name(One.Change.class)).getRequired()).containsExactly("from");
  }

  @Test
  void aPartIsKnownByTheNameThatJsonHasForIt() {
    Map<String, Schema<?>> properties = new LinkedHashMap<>();
    List.of("old", "what", "why").forEach(each -> properties.put(each, text()));
    String name = name(One.Part.class);
    OpenAPI api = api("/api/x", taking(ref(name)), Map.of(name, object(properties)));
    description.presence(names).customise(api);
    Schema<?> schema = schema(api, name);
    assertThat(schema.getRequired()).containsExactly("what");
    assertThat(property(schema, "old").getTypes()).contains("null");
    assertThat(property(schema, "why").getTypes()).as("of a record within it").contains("null");
  }

  private static String codes(ApiResponses errors, String status) {
    return Objects.requireNonNull(errors.get(status)).getDescription();
  }

  private ApiResponses errors(String path, Operation operation) throws IOException {
    description.rightsAndErrors().customise(api(path, operation, Map.of()));
    return operation.getResponses();
  }

  private static Operation withId() {
    return operation().addParametersItem(new Parameter().in("path").name("id"));
  }

  @Test
  void anOperationSaysWhoMayAndWhatGoesWrong() throws IOException {
    Operation one = withId();
    ApiResponses errors = errors("/api/cameras/{id}", one);
    assertThat(one.getDescription())
        .contains("duty officer of the area")
        .endsWith("What lies in another area is refused.");
    assertThat(errors).containsOnlyKeys("400", "401", "403", "404");
    assertThat(codes(errors, "404")).isEqualTo("no-camera");
    assertThat(codes(errors, "403"))
        .isEqualTo("add-second-factor-first, change-password-first, not-your-area, not-your-role");
  }

  @Test
  void whatIsChangedNeedsABodyAndTheHeader() throws IOException {
    ApiResponses errors = errors("/api/cameras", taking(text()));
    assertThat(codes(errors, "400")).isEqualTo("invalid, malformed");
    assertThat(codes(errors, "413")).isEqualTo("too-large");
    assertThat(codes(errors, "415")).isEqualTo("unsupported-media-type");
    assertThat(codes(errors, "403")).contains("csrf");
    assertThat(codes(errors, "409")).isEqualTo("reference-taken");
  }

  @Test
  void whatIsOpenToAnybodyAsksNobodyToSignIn() throws IOException {
    Operation open = operation();
    ApiResponses errors = errors("/api/demo", open);
    assertThat(open.getDescription()).isEqualTo("Anybody.");
    assertThat(errors).containsOnlyKeys("404");
  }

  @Test
  void aListLeavesOutWhatLiesElsewhere() throws IOException {
    Operation list = operation();
    errors("/api/cameras", list);
    assertThat(list.getDescription()).endsWith(" What lies in another area is left out.");
  }

  @Test
  void anOperationThatNobodyDescribedStaysAsItIs() throws IOException {
    Operation unknown = operation();
    assertThat(errors("/api/nothing", unknown)).isEmpty();
    assertThat(unknown.getDescription()).isNull();
  }
}
