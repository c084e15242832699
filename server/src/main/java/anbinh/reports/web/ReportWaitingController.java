package anbinh.reports.web;

import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.reports.period.ReportWaiting;
import anbinh.reports.period.ReportWaiting.Item;
import anbinh.reports.period.ReportWaiting.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/reports/waiting`: what of reports waits for the signed-in officer or chair. This is where
/// reminders reach them.
@RestController
@RequestMapping("/api/reports/waiting")
class ReportWaitingController {
  private static final Role[] DOERS = {Role.COMMUNITY_OFFICER, Role.CHAIR};

  private final ReportWaiting waiting;
  private final Areas areas;
  private final Access access;

  ReportWaitingController(ReportWaiting waiting, Areas areas, Access access) {
    this.waiting = waiting;
    this.areas = areas;
    this.access = access;
  }

  /// @param task what is to be done; `LATE` is for the chair whose officer has not handed it in
  /// @param late whether it is past its last day
  /// @param reminders how often the unit was reminded
  record WaitingReport(
      Task task,
      UUID areaId,
      String areaName,
      String period,
      LocalDate due,
      boolean late,
      @Nullable UUID reportId,
      int reminders,
      @Nullable LocalDate remindedOn) {}

  /// What is late first; at most 200.
  @GetMapping
  Page<WaitingReport> list() {
    List<Item> items = waiting.list(access.require(DOERS));
    Map<UUID, String> names = areas.names(Ids.of(items, Item::areaId));
    return Page.all(
        items.stream()
            .map(each ->
                new WaitingReport(
                    each.task(),
                    each.areaId(),
                    names.getOrDefault(each.areaId(), ""),
                    each.period().toString(),
                    each.due(),
                    each.late(),
                    each.reportId(),
                    each.reminders(),
                    each.remindedOn()))
            .toList());
  }
}
