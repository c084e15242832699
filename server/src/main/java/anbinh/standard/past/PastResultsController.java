package anbinh.standard.past;

import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import anbinh.standard.StandardOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/standard/past-results`: what lists said of past years.
@RestController
@RequestMapping("/api/standard/past-results")
class PastResultsController {
  private static final Role[] READERS = {
    Role.VILLAGE_HEAD, Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR
  };

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2199;

  private final PastResultTable table;
  private final Areas areas;
  private final Access access;

  PastResultsController(PastResultTable table, Areas areas, Access access) {
    this.table = table;
    this.areas = areas;
    this.access = access;
  }

  /// @param decision the number of the paper; null where the list had none, as is its day
  record PastResultView(
      UUID areaId,
      String areaName,
      int year,
      StandardOutcome outcome,
      @Nullable String decision,
      @Nullable LocalDate decidedOn,
      @Nullable String certificate) {}

  /// Those of a unit and of what lies in it, the last year first.
  @GetMapping
  Page<PastResultView> list(
      @RequestParam UUID areaId, @RequestParam(required = false) @Nullable Integer year) {
    access.require(areaId, READERS);
    if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
      throw Problem.invalid("year", "range", FIRST_YEAR, LAST_YEAR);
    }
    List<PastResult> found = table.list(areas.below(areaId), year);
    Map<UUID, String> names = areas.names(Ids.of(found, PastResult::areaId));
    return Page.all(
        found.stream()
            .map(each ->
                new PastResultView(
                    each.areaId(),
                    names.getOrDefault(each.areaId(), ""),
                    each.year(),
                    each.outcome(),
                    each.decision(),
                    each.decidedOn(),
                    each.certificate()))
            .toList());
  }
}
