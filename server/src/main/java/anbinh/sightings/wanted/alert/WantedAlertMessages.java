package anbinh.sightings.wanted.alert;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.platform.message.AlertChannels;
import anbinh.sightings.wanted.WantedTable;
import anbinh.sightings.wanted.WantedVehicle;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Messages about alerts, in the language of the settings: to each duty officer by e-mail, and to a
/// webhook. They leave the system, so they say plate, camera and time, that the reading may be
/// wrong, and nothing of who wants the vehicle and why. Safe for many threads.
@Component
@OnlyWhenServing
class WantedAlertMessages {
  private static final String NAME = "sightings.alert";

  private final AlertChannels channels;
  private final WantedTable wanted;
  private final Cameras cameras;
  private final Site site;

  WantedAlertMessages(
      WantedAlertSettings settings,
      WantedTable wanted,
      Cameras cameras,
      Messages messages,
      Site site,
      Ids ids,
      InstantSource clock) {
    this.channels = new AlertChannels(NAME, settings.channels(), messages, site, ids, clock);
    this.wanted = wanted;
    this.cameras = cameras;
    this.site = site;
  }

  /// Whether there is anybody to tell.
  boolean isSetUp() {
    return channels.isSetUp();
  }

  /// @return whether somebody was told
  boolean send(List<WantedAlert> alerts, Instant now) throws InterruptedException {
    List<Line> lines = lines(alerts);
    String text =
        lines.stream()
            .map(each ->
                channels.text("line", channels.time(each.at()), each.plate(), each.camera()) + '\n')
            .collect(Collectors.joining());
    return channels.send(channels.text("subject", site.name(), lines.size()), text, lines, now);
  }

  /// What the webhook gets of an alert.
  ///
  /// @param plate that is wanted; the reading of it may be wrong
  /// @param camera its code and name
  record Line(String plate, String camera, Instant at) {}

  private List<Line> lines(List<WantedAlert> alerts) {
    Map<UUID, String> plates =
        wanted.list(Ids.of(alerts, WantedAlert::wantedId)).stream()
            .collect(Collectors.toMap(WantedVehicle::id, WantedVehicle::plate));
    Map<UUID, String> names =
        cameras.list(Ids.of(alerts, WantedAlert::cameraId)).stream()
            .collect(Collectors.toMap(Camera::id, each -> each.code() + " – " + each.name()));
    return alerts.stream()
        .map(each ->
            new Line(
                plates.getOrDefault(each.wantedId(), ""),
                names.getOrDefault(each.cameraId(), ""),
                each.passedAt()))
        .toList();
  }

  @PreDestroy
  void close() {
    channels.close();
  }
}
