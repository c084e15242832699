package anbinh.platform.web;

import anbinh.platform.PageRequest;
import anbinh.platform.http.Operations;
import anbinh.platform.http.Operations.Operation;
import anbinh.platform.http.Operations.Right;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the OpenAPI description says beyond what is read off the controllers: for each operation
/// what [Operations] says, and the shape of problems.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDescription {
  private static final String PROBLEM = "Problem";
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Pattern FEATURE = Pattern.compile("anbinh\\.([a-z]+).*");

  /// Open also to whoever must first set a password or add a second factor.
  private static final List<String> OWN_ACCOUNT = List.of("/api/session", "/api/account");

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(PageRequest.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .servers(List.of(new Server().url("/")))
        .info(
            new Info()
                .title("An Bình")
                .version("1")
                .description(
                    "Errors are application/problem+json (RFC 9457); their page says what to do."
                        + " Unsafe methods need the header X-XSRF-TOKEN with the value of the"
                        + " cookie XSRF-TOKEN, which GET /api/session sets. Instants are ISO 8601"
                        + " with an offset, from 1900 to 2199. Bodies are at most "
                        + ReadableRequests.MAX_BYTES / 1024
                        + " KiB and read strictly."));
  }

  /// Reads schemas off records, named after the feature, too: two features may each have a
  /// `Change`, and one would pass for the other.
  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers, SchemaNames names) {
    return new ModelResolver(mappers.jsonMapper(), names).openapi31(mappers.isOpenapi31());
  }

  @Bean
  SchemaNames schemaNames() {
    return new SchemaNames();
  }

  static final class SchemaNames extends TypeNameResolver {
    private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();
    private final Map<String, Class<?>> generic = new ConcurrentHashMap<>();

    /// The record that a schema describes.
    Optional<Class<?>> findRecord(String schema) {
      return Optional.<Class<?>>ofNullable(taken.get(schema))
          .or(() -> Optional.ofNullable(generic.get(schema)))
          .filter(Class::isRecord);
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
      String name = super.nameForGenericType(type, options);
      generic.put(name, type.getRawClass());
      return name;
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
      String feature = feature(type);
      // Values of an enum are said where they are used, so that two may be called `Kind`; a clash
      // would leave out whatever body has one of them.
      Class<?> around = type.isEnum() ? type.getEnclosingClass() : null;
      String name =
          (feature.isEmpty()
                  ? ""
                  : feature.substring(0, 1).toUpperCase(Locale.ROOT) + feature.substring(1))
              + (around == null ? "" : around.getName().replaceAll("[^A-Za-z0-9]", "_"))
              + super.nameForClass(type, options);
      Class<?> other = taken.putIfAbsent(name, type);
      if (other != null && other != type) {
        throw new IllegalStateException(
            other.getName() + " and " + type.getName() + " are both described as " + name);
      }
      return name;
    }
  }

  private static String feature(Class<?> type) {
    Matcher matcher = FEATURE.matcher(type.getName());
    return matcher.matches() ? matcher.group(1) : "";
  }

  /// Else two methods of the same name are told apart by a number that depends on their order.
  @Bean
  OperationCustomizer operationNames() {
    return (operation, method) -> {
      String controller = method.getBeanType().getSimpleName().replace("Controller", "");
      operation.setOperationId(
          feature(method.getBeanType()) + controller + "_" + method.getMethod().getName());
      return operation;
    };
  }

  /// The two parameters that a [PageRequest] is read from.
  @Bean
  OperationCustomizer pageParameters() {
    return (operation, method) -> {
      boolean paged =
          Arrays.stream(method.getMethodParameters())
              .anyMatch(parameter -> parameter.getParameterType() == PageRequest.class);
      if (paged) {
        operation.addParametersItem(
            new Parameter()
                .in("query")
                .name("limit")
                .description("How many items at most.")
                .schema(
                    new IntegerSchema()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(PageRequest.MAXIMUM_LIMIT))));
        operation.addParametersItem(
            new Parameter()
                .in("query")
                .name("after")
                .description("The field next of the page before.")
                .schema(new StringSchema()));
      }
      return operation;
    };
  }

  /// What is always there and what may be null. An answer has all components of its record, and
  /// those that are `@Nullable` may be null; of a body those that are not `@Nullable` must be
  /// there.
  @Bean
  OpenApiCustomizer presence(SchemaNames names) {
    return api -> {
      @SuppressWarnings("rawtypes")
      Map<String, Schema> schemas = api.getComponents().getSchemas();
      var bodies = new TreeSet<String>();
      api.getPaths().values().stream()
          .flatMap(item -> item.readOperations().stream())
          .filter(operation -> operation.getRequestBody() != null)
          .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
          .forEach(content -> addNames(content.getSchema(), schemas, bodies));
      schemas.forEach((name, schema) ->
          names
              .findRecord(name)
              .ifPresent(type -> {
                if (schema.getProperties() != null) {
                  present(schema, Components.of(type), bodies.contains(name));
                }
              }));
    };
  }

  /// The names of all schemas that a schema is made of.
  private static void addNames(
      @Nullable Schema<?> schema,
      @SuppressWarnings("rawtypes") Map<String, Schema> all,
      Set<String> names) {
    if (schema == null) {
      return;
    }
    if (schema.get$ref() != null) {
      String name = schema.get$ref().substring(SCHEMAS.length());
      if (names.add(name)) {
        addNames(all.get(name), all, names);
      }
    }
    addNames(schema.getItems(), all, names);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(each -> addNames(each, all, names));
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      addNames(values, all, names);
    }
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void present(Schema schema, Components components, boolean body) {
    Map<String, Schema> properties = schema.getProperties();
    var required = new TreeSet<String>();
    properties.replaceAll((name, property) -> {
      boolean nullable = components.nullable().contains(name);
      if (!body || (components.all().contains(name) && !nullable)) {
        required.add(name);
      }
      return nullable ? orNull(property) : property;
    });
    if (schema.getRequired() != null) {
      required.addAll(schema.getRequired());
    }
    schema.setRequired(List.copyOf(required));
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Schema orNull(Schema property) {
    if (property.get$ref() != null) {
      var none = new JsonSchema();
      none.addType("null");
      return new JsonSchema().addAnyOfItem(property).addAnyOfItem(none);
    }
    property.addType("null");
    if (property.getEnum() != null) {
      var values = new ArrayList<@Nullable Object>(property.getEnum());
      values.add(null);
      property.setEnum(values);
    }
    return property;
  }

  /// The components of a record as JSON calls them, those that it has from another one among them.
  private record Components(Set<String> all, Set<String> nullable) {
    static Components of(Class<?> type) {
      var components = new Components(new TreeSet<>(), new TreeSet<>());
      components.add(type);
      return components;
    }

    private void add(Class<?> type) {
      for (RecordComponent component : type.getRecordComponents()) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
          add(component.getType());
        } else {
          String name = renamed == null ? component.getName() : renamed.value();
          all.add(name);
          if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            nullable.add(name);
          }
        }
      }
    }
  }

  @Bean
  OpenApiCustomizer rightsAndErrors() throws IOException {
    Map<String, Operation> known = Operations.read();
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem());
      api.getPaths()
          .forEach((path, item) ->
              item.readOperationsMap()
                  .forEach((method, operation) -> {
                    Operation row = known.get(method + " " + path);
                    if (row != null) {
                      describe(path, operation, method, row);
                    }
                  }));
    };
  }

  private static void describe(
      String path, io.swagger.v3.oas.models.Operation operation, HttpMethod method, Operation row) {
    operation.setSummary(row.summary());
    operation.setDescription(row.who() + elsewhere(row.elsewhere()));
    Map<String, Set<String>> errors = new TreeMap<>();
    boolean takesInput = operation.getRequestBody() != null || operation.getParameters() != null;
    if (takesInput) {
      add(errors, "400 invalid");
    }
    if (operation.getRequestBody() != null) {
      List.of("400 malformed", "413 too-large", "415 unsupported-media-type")
          .forEach(error -> add(errors, error));
    }
    if (method != HttpMethod.GET) {
      add(errors, "403 csrf");
    }
    if (!row.open()) {
      add(errors, "401 not-signed-in");
      if (OWN_ACCOUNT.stream().noneMatch(path::startsWith)) {
        add(errors, "403 change-password-first");
        add(errors, "403 add-second-factor-first");
      }
    }
    if (row.readers().stream().anyMatch(reader -> row.rights().get(reader) == Right.NO)) {
      add(errors, "403 not-your-role");
    }
    if (row.elsewhere().equals("not-your-area")) {
      add(errors, "403 not-your-area");
    }
    if (row.rights().containsValue(Right.OWN)
        && operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> "path".equals(p.getIn()))) {
      add(errors, "403 not-your-request");
    }
    row.errors().forEach(error -> add(errors, error));
    errors.forEach((status, codes) ->
        operation.getResponses().addApiResponse(status, response(String.join(", ", codes))));
  }

  private static void add(Map<String, Set<String>> errors, String error) {
    int blank = error.indexOf(' ');
    errors
        .computeIfAbsent(error.substring(0, blank), _ -> new TreeSet<>())
        .add(error.substring(blank + 1));
  }

  private static String elsewhere(String what) {
    return switch (what) {
      case "filtered" -> " What lies in another area is left out.";
      case "unknown" -> " What lies in another area is named as unknown.";
      case "" -> "";
      default -> " What lies in another area is refused.";
    };
  }

  private static ApiResponse response(String codes) {
    return new ApiResponse()
        .description(codes)
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref(SCHEMAS + PROBLEM))));
  }

  private static Schema<?> problem() {
    @SuppressWarnings("rawtypes")
    Map<String, Schema> properties = new LinkedHashMap<>();
    properties.put("type", new StringSchema().description("address of a page about the code"));
    properties.put("title", new StringSchema());
    properties.put("status", new IntegerSchema());
    properties.put("detail", new StringSchema());
    properties.put("code", new StringSchema());
    properties.put("traceId", new StringSchema().description("stands in the server's log, too"));
    var field = new ObjectSchema();
    for (String name : List.of("field", "code", "message")) {
      field.addProperty(name, new StringSchema());
    }
    field.setRequired(List.of("field", "code", "message"));
    properties.put("errors", new ArraySchema().items(field));
    var problem = new ObjectSchema();
    problem.setProperties(properties);
    problem.setRequired(new ArrayList<>(List.of("type", "title", "status", "code", "traceId")));
    return problem;
  }
}
