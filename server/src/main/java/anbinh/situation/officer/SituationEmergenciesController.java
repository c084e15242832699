package anbinh.situation.officer;

import anbinh.platform.Problem;
import anbinh.situation.officer.SituationEmergencies.EmergencyReading;
import anbinh.situation.officer.SituationEmergencies.EmergencySituations;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/situations/emergency`: what an emergency access to the reports of a commune opens.
@RestController
@RequestMapping("/api/situations/emergency")
class SituationEmergenciesController {
  private static final int MAX_LENGTH = 40;

  private final SituationEmergencies emergencies;

  SituationEmergenciesController(SituationEmergencies emergencies) {
    this.emergencies = emergencies;
  }

  /// Finds reports of the commune by at least two of code, kind, village and day.
  ///
  /// @param day on which it happened or came in, by the site's calendar
  @GetMapping
  EmergencySituations seek(
      @RequestParam UUID communeId,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable UUID villageId,
      @RequestParam(required = false) @Nullable LocalDate day) {
    return emergencies.seek(communeId, text("code", code), text("kind", kind), villageId, day);
  }

  private static @Nullable String text(String name, @Nullable String sent) {
    if (sent != null && sent.length() > MAX_LENGTH) {
      throw Problem.invalid(name, "size", MAX_LENGTH, 0);
    }
    return sent == null || sent.isBlank() ? null : sent.strip();
  }

  /// What was written in one of them.
  @GetMapping("/{id}")
  EmergencyReading read(@PathVariable UUID id) {
    return emergencies.read(id);
  }
}
