package anbinh.situation.open311;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.open311.ServiceRequestTable.ServiceRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes the documents of GeoReport v2, in the words of the language that is asked for.
@Component
class GeoReportDocuments {
  /// When what this endpoint offers changed last.
  static final String CHANGESET = "2026-11-27T00:00:00+07:00";

  private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Messages messages;
  private final Areas areas;
  private final Site site;

  GeoReportDocuments(Messages messages, Areas areas, Site site) {
    this.messages = messages;
    this.areas = areas;
    this.site = site;
  }

  /// @param address of this endpoint as it was reached
  GeoReportDocument discovery(String address) {
    ObjectNode root = JSON.createObjectNode();
    root.put("changeset", CHANGESET);
    String contact = site.contact();
    root.put(
        "contact",
        messages.text("open311.contact", contact == null ? site.name() : contact, site.name()));
    root.put("key_service", messages.text("open311.key-service", site.name()));
    ObjectNode endpoint = root.putArray("endpoints").addObject();
    endpoint.put("specification", SPECIFICATION);
    endpoint.put("url", address);
    endpoint.put("changeset", CHANGESET);
    endpoint.put("type", site.demonstration() ? "test" : "production");
    endpoint.putArray("formats").add("application/json").add("text/xml");
    return new GeoReportDocument("discovery", root);
  }

  GeoReportDocument services(List<SituationKind> kinds) {
    ArrayNode root = JSON.createArrayNode();
    for (SituationKind each : kinds) {
      ObjectNode service = root.addObject();
      service.put("service_code", each.code());
      service.put("service_name", name(each.code()));
      service.put("description", messages.text("open311.description"));
      service.put("metadata", true);
      service.put("type", "realtime");
      service.put("keywords", "");
      service.put("group", messages.text("open311.group"));
    }
    return new GeoReportDocument("services", root);
  }

  GeoReportDocument definition(SituationKind kind, List<Area> communes) {
    ObjectNode root = JSON.createObjectNode();
    root.put("service_code", kind.code());
    ArrayNode attributes = root.putArray("attributes");
    attribute(attributes, ServiceRequestForm.COMMUNE, "singlevaluelist", true)
        .accept(values -> communes.forEach(each -> value(values, each.code(), each.name())));
    for (String code : List.of(ServiceRequestForm.DANGER, ServiceRequestForm.INJURED)) {
      attribute(attributes, code, "singlevaluelist", false)
          .accept(values -> {
            value(values, "yes", messages.text("open311.yes"));
            value(values, "no", messages.text("open311.no"));
          });
    }
    attribute(attributes, ServiceRequestForm.HAPPENED, "datetime", false).accept(_ -> {});
    return new GeoReportDocument("service_definition", root);
  }

  private Consumer<Consumer<ArrayNode>> attribute(
      ArrayNode attributes, String code, String datatype, boolean required) {
    ObjectNode attribute = attributes.addObject();
    attribute.put("variable", true);
    attribute.put("code", code);
    attribute.put("datatype", datatype);
    attribute.put("required", required);
    attribute.put("datatype_description", messages.text("open311.hint." + code));
    attribute.put("order", attributes.size());
    attribute.put("description", messages.text("open311.attribute." + code));
    return fill -> fill.accept(attribute.putArray("values"));
  }

  private static void value(ArrayNode values, String key, String name) {
    values.addObject().put("key", key).put("name", name);
  }

  /// What a request is answered with that was taken.
  GeoReportDocument taken(UUID id) {
    ArrayNode root = JSON.createArrayNode();
    ObjectNode request = root.addObject();
    request.put("service_request_id", id.toString());
    request.put("service_notice", messages.text("open311.notice"));
    request.putNull("account_id");
    return new GeoReportDocument("service_requests", root);
  }

  GeoReportDocument token(UUID id) {
    ArrayNode root = JSON.createArrayNode();
    ObjectNode request = root.addObject();
    request.put("service_request_id", id.toString());
    request.put("token", id.toString());
    return new GeoReportDocument("service_requests", root);
  }

  /// A system's own requests. Of where, only the commune that it named; nothing of what was written
  /// or done, and when it ended by the day.
  GeoReportDocument requests(List<ServiceRequest> some) {
    Map<UUID, String> names = areas.names(Ids.of(some, ServiceRequest::communeId));
    ArrayNode root = JSON.createArrayNode();
    for (ServiceRequest each : some) {
      ObjectNode request = root.addObject();
      request.put("service_request_id", each.id().toString());
      request.put("status", each.open() ? "open" : "closed");
      request.putNull("status_notes");
      request.put("service_name", name(each.serviceCode()));
      request.put("service_code", each.serviceCode());
      request.putNull("description");
      request.put("agency_responsible", site.name());
      request.putNull("service_notice");
      request.put("requested_datetime", written(each.at()));
      request.put("updated_datetime", updated(each));
      request.putNull("expected_datetime");
      request.put("address", names.getOrDefault(each.communeId(), ""));
      request.putNull("address_id");
      request.putNull("zipcode");
      request.putNull("lat");
      request.putNull("long");
      request.putNull("media_url");
    }
    return new GeoReportDocument("service_requests", root);
  }

  static GeoReportDocument errors(int status, String description) {
    ArrayNode root = JSON.createArrayNode();
    root.addObject().put("code", status).put("description", description);
    return new GeoReportDocument("errors", root);
  }

  private String name(String code) {
    return messages.text("situation-kind." + code);
  }

  private @Nullable String updated(ServiceRequest one) {
    Instant closed = one.closedAt();
    if (closed == null) {
      return written(one.at());
    }
    Instant day = closed.atZone(site.zone()).truncatedTo(ChronoUnit.DAYS).toInstant();
    return written(day.isBefore(one.at()) ? one.at() : day);
  }

  private String written(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(site.zone()));
  }
}
