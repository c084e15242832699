package anbinh.oversight.finding;

import anbinh.audit.event.LoggedEvent;
import anbinh.seal.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Made-up entries of a log, at any time, in the form in which the server writes them.
final class Acts {
  private final List<LoggedEvent> entries = new ArrayList<>();

  /// What was made, by time.
  List<LoggedEvent> inOrder() {
    List<LoggedEvent> sorted =
        entries.stream().sorted(Comparator.comparing(LoggedEvent::at)).toList();
    List<LoggedEvent> numbered = new ArrayList<>();
    for (LoggedEvent each : sorted) {
      numbered.add(
          new LoggedEvent(
              numbered.size(),
              each.at(),
              each.type(),
              each.actorId(),
              each.objectKind(),
              each.objectId(),
              each.objectCode(),
              each.refused(),
              each.facts(),
              each.detail()));
    }
    return numbered;
  }

  void watched(Instant at, UUID who, UUID camera, Instant from, Duration length) {
    add(
        at,
        "recording.watched",
        who,
        "camera",
        camera,
        false,
        Map.of("from", from.toString(), "to", from.plus(length).toString()));
  }

  /// Asks which cameras could have seen a place.
  void sought(Instant at, UUID who, double latitude, double longitude) {
    entries.add(
        entry(
            at,
            "cameras.sought",
            who,
            null,
            null,
            false,
            members(Map.of()),
            new Json.Obj(
                Map.of("latitude", new Json.Num(latitude), "longitude", new Json.Num(longitude)))));
  }

  void watchedInEmergency(Instant at, UUID who, UUID camera, UUID emergency, Instant from) {
    add(
        at,
        "recording.watched",
        who,
        "camera",
        camera,
        false,
        Map.of(
            "from",
            from.toString(),
            "to",
            from.plusSeconds(300).toString(),
            "emergency",
            emergency.toString()));
  }

  void emergency(Instant at, UUID who, UUID emergency) {
    add(at, "emergency.opened", who, "emergency-access", emergency, false, Map.of());
  }

  void reviewed(Instant at, UUID by, UUID emergency, String verdict) {
    add(
        at,
        "emergency.reviewed",
        by,
        "emergency-access",
        emergency,
        false,
        Map.of("verdict", verdict));
  }

  void unreviewed(Instant at, UUID emergency) {
    entries.add(
        entry(
            at,
            "emergency.review-overdue",
            null,
            "emergency-access",
            emergency,
            false,
            members(Map.of()),
            members(Map.of())));
  }

  void live(Instant at, UUID who, UUID camera) {
    add(at, "live.watched", who, "camera", camera, false, Map.of());
  }

  void denied(Instant at, UUID who, UUID object) {
    add(at, "access.denied", who, "area", object, true, Map.of("reason", "not-your-area"));
  }

  void opened(Instant at, UUID who, UUID about, UUID area, Instant occurred) {
    add(
        at,
        "case.opened",
        who,
        "case",
        about,
        false,
        Map.of("area", area.toString()),
        Map.of("occurredFrom", occurred.toString()));
  }

  /// Opens a case that has a place on the map.
  void openedAt(
      Instant at,
      UUID who,
      UUID about,
      UUID area,
      Instant occurred,
      double latitude,
      double longitude) {
    entries.add(
        entry(
            at,
            "case.opened",
            who,
            "case",
            about,
            false,
            new Json.Obj(Map.of("area", Json.of(area.toString()), "placed", new Json.Bool(true))),
            members(Map.of("occurredFrom", occurred.toString()))));
    placed(at.plusMillis(1), who, about, latitude, longitude);
  }

  void placed(Instant at, UUID who, UUID about, double latitude, double longitude) {
    entries.add(
        entry(
            at,
            "case.placed",
            who,
            "case",
            about,
            false,
            members(Map.of()),
            new Json.Obj(
                Map.of("latitude", new Json.Num(latitude), "longitude", new Json.Num(longitude)))));
  }

  /// Adds an incident that has a place on the map.
  void incidentAt(
      Instant at,
      UUID who,
      UUID about,
      UUID incident,
      Instant occurred,
      double latitude,
      double longitude) {
    Map<String, Json> facts =
        Map.of("incident", Json.of(incident.toString()), "placed", new Json.Bool(true));
    entries.add(
        entry(
            at,
            "case.incident-added",
            who,
            "case",
            about,
            false,
            new Json.Obj(facts),
            members(Map.of("occurredFrom", occurred.toString()))));
    entries.add(
        entry(
            at.plusMillis(1),
            "case.incident-placed",
            who,
            "case",
            about,
            false,
            members(Map.of("incident", incident.toString())),
            new Json.Obj(
                Map.of("latitude", new Json.Num(latitude), "longitude", new Json.Num(longitude)))));
  }

  void incident(Instant at, UUID who, UUID about, UUID incident, Instant occurred) {
    add(
        at,
        "case.incident-added",
        who,
        "case",
        about,
        false,
        Map.of("incident", incident.toString()),
        Map.of("occurredFrom", occurred.toString()));
  }

  void incidentWithdrawn(Instant at, UUID who, UUID about, UUID incident) {
    add(
        at,
        "case.incident-withdrawn",
        who,
        "case",
        about,
        false,
        Map.of("incident", incident.toString()));
  }

  void guarded(Instant at, UUID who, UUID about) {
    add(at, "case.changed", who, "case", about, false, Map.of(), Map.of("protection", "CHILD"));
  }

  void putOn(Instant at, UUID who, UUID about, UUID officer) {
    add(
        at,
        "case.officer-put-on",
        who,
        "case",
        about,
        false,
        Map.of(),
        Map.of("person", officer.toString()));
  }

  void noted(Instant at, UUID who, UUID about) {
    add(at, "case.noted", who, "case", about, false, Map.of());
  }

  void closed(Instant at, UUID who, UUID about) {
    add(at, "case.closed", who, "case", about, false, Map.of());
  }

  void read(Instant at, UUID who) {
    add(at, "case.listed", who, null, null, false, Map.of());
  }

  private void add(
      Instant at,
      String type,
      UUID who,
      @Nullable String kind,
      @Nullable UUID object,
      boolean refused,
      Map<String, String> facts) {
    add(at, type, who, kind, object, refused, facts, Map.of());
  }

  private void add(
      Instant at,
      String type,
      UUID who,
      @Nullable String kind,
      @Nullable UUID object,
      boolean refused,
      Map<String, String> facts,
      Map<String, String> details) {
    entries.add(entry(at, type, who, kind, object, refused, members(facts), members(details)));
  }

  private static LoggedEvent entry(
      Instant at,
      String type,
      @Nullable UUID who,
      @Nullable String kind,
      @Nullable UUID object,
      boolean refused,
      Json.Obj facts,
      Json.Obj detail) {
    return new LoggedEvent(
        0,
        at,
        type,
        who,
        kind,
        object == null ? null : object.toString(),
        null,
        refused,
        facts,
        detail);
  }

  private static Json.Obj members(Map<String, String> values) {
    Map<String, Json> members = new LinkedHashMap<>();
    values.forEach((name, value) -> members.put(name, Json.of(value)));
    return new Json.Obj(members);
  }
}
