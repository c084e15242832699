package anbinh.oversight.access;

import anbinh.areas.unit.Areas;
import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.oversight.OversightSettings;
import anbinh.platform.Inbound;
import anbinh.platform.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known of those who look, beside the log: who works without cases of their own, in which
/// commune, and at which hours. Safe for many threads.
@Component
public class Watchers {
  private final People people;
  private final Cameras cameras;
  private final Areas areas;
  private final Site site;
  private final OversightSettings settings;

  Watchers(People people, Cameras cameras, Areas areas, Site site, OversightSettings settings) {
    this.people = people;
    this.cameras = cameras;
    this.areas = areas;
    this.site = site;
    this.settings = settings;
  }

  /// Whether somebody works day and night and without cases of their own, as duty officers do.
  boolean office(UUID person) {
    return people.find(person).filter(found -> found.has(Role.DUTY_OFFICER)).isPresent();
  }

  /// The commune of what was looked at, or of the person where that lies nowhere.
  @Nullable UUID commune(Seen seen) {
    Optional<UUID> area =
        seen.targetKind().equals("camera")
            ? Inbound.id(seen.targetId()).flatMap(cameras::find).map(Camera::areaId)
            : people.find(seen.person()).map(Person::areaId);
    return area.map(areas::communeOf).orElse(null);
  }

  /// Where what was looked at lies; null where nobody knows.
  @Nullable Ground ground(Seen seen) {
    if (seen.ground() != null || !seen.targetKind().equals("camera")) {
      return seen.ground();
    }
    return Inbound.id(seen.targetId())
        .flatMap(cameras::find)
        .flatMap(Camera::findPlace)
        .map(place -> new Ground(place.latitude(), place.longitude()))
        .orElse(null);
  }

  public boolean offHours(Instant at) {
    int hour = at.atZone(site.zone()).getHour();
    return hour < settings.workFrom() || hour >= settings.workTo();
  }

  /// The day of a moment, by the site's calendar.
  public LocalDate day(Instant at) {
    return at.atZone(site.zone()).toLocalDate();
  }

  public Instant begin(LocalDate day) {
    return day.atStartOfDay(site.zone()).toInstant();
  }
}
