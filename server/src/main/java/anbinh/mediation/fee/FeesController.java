package anbinh.mediation.fee;

import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.dispute.MediationOutcome;
import anbinh.mediation.fee.FeeTable.Ended;
import anbinh.mediation.fee.FeeTable.Fee;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/mediation-fees`: what mediators get for a mediation, and what a quarter of a village comes
/// to. A quarter that runs is told to nobody: two answers a day apart would tell of that day.
@RestController
@RequestMapping("/api/mediation-fees")
class FeesController {
  private static final Role[] READERS = {Role.CHAIR, Role.PARTNER, Role.VILLAGE_HEAD};
  private static final int QUARTER = 3;

  private final FeeTable table;
  private final Areas areas;
  private final Access access;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  FeesController(
      FeeTable table, Areas areas, Access access, Ids ids, SiteClock clock, AuditLog log) {
    this.table = table;
    this.areas = areas;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// @param checked whether it was compared with the paper
  record NewFee(
      @NotNull LocalDate from,
      @NotNull MediationOutcome outcome,
      @NotNull @Min(0) @Max(100_000_000) Long dong,
      @NotBlank @Size(max = 300) String source,
      @NotNull Boolean checked) {}

  /// @param dong null where no rule holds on the day
  record FeeLine(
      UUID mediatorId,
      String name,
      String code,
      LocalDate on,
      MediationOutcome outcome,
      @Nullable Long dong,
      @Nullable String source) {}

  /// @param nextOn the day from which it is told, of a quarter that is not over, of which nothing
  ///   is; else null
  /// @param missing lines for which no rule holds
  /// @param unchecked lines by a rule that nobody compared with the paper
  record FeeSheet(
      UUID villageId,
      int year,
      int quarter,
      @Nullable LocalDate nextOn,
      List<FeeLine> lines,
      long dong,
      int missing,
      int unchecked) {
    FeeSheet {
      lines = List.copyOf(lines);
    }
  }

  @GetMapping
  Page<Fee> list() {
    access.require(Role.CHAIR, Role.PARTNER, Role.VILLAGE_HEAD, Role.ADMINISTRATOR);
    return Page.all(table.list());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Fee add(@Valid @RequestBody NewFee requested) {
    Person by = access.require((UUID) null, Role.ADMINISTRATOR);
    if (requested.outcome() == MediationOutcome.ESCALATED) {
      throw Problem.invalid("outcome", "book-outcome");
    }
    var fee =
        new Fee(
            ids.next(),
            requested.from(),
            requested.outcome(),
            requested.dong(),
            requested.source().strip(),
            requested.checked());
    if (!table.insert(fee, by.id(), clock.now())) {
      throw Problem.of(PlatformProblem.CONFLICT);
    }
    log.record(
        Event.of(MediationEvent.FEE_SET)
            .by(by.actor())
            .about("mediation-fee", fee.id(), null)
            .fact("outcome", fee.outcome())
            .fact("from", fee.from().toString()));
    return fee;
  }

  @GetMapping("/sheet")
  FeeSheet sheet(@RequestParam UUID villageId, @RequestParam int year, @RequestParam int quarter) {
    Person by = access.require(villageId, READERS);
    if (year < 2014 || year > 2199) {
      throw Problem.invalid("year", "review-year", "2014", "2199");
    }
    if (quarter < 1 || quarter > 4) {
      throw Problem.invalid("quarter", "fee-quarter");
    }
    LocalDate from = LocalDate.of(year, (quarter - 1) * QUARTER + 1, 1);
    LocalDate until = from.plusMonths(QUARTER);
    if (until.isAfter(clock.today())) {
      return new FeeSheet(villageId, year, quarter, until, List.of(), 0, 0, 0);
    }
    List<Fee> fees = table.list();
    List<Ended> ended = table.listEnded(villageId, from, until, clock.zone());
    List<FeeLine> lines = ended.stream().map(each -> line(each, fees)).toList();
    log.record(
        Event.of(MediationEvent.FEES_READ)
            .by(by.actor())
            .about("area", villageId, areas.get(villageId).code())
            .fact("year", year)
            .fact("quarter", quarter));
    return new FeeSheet(
        villageId,
        year,
        quarter,
        null,
        lines,
        lines.stream().mapToLong(each -> each.dong() == null ? 0 : each.dong()).sum(),
        (int) lines.stream().filter(each -> each.dong() == null).count(),
        (int)
            ended.stream()
                .map(each -> FeeTable.held(fees, each.outcome(), each.on()))
                .filter(each -> each != null && !each.checked())
                .count());
  }

  private static FeeLine line(Ended ended, List<Fee> fees) {
    Fee fee = FeeTable.held(fees, ended.outcome(), ended.on());
    return new FeeLine(
        ended.mediatorId(),
        ended.name(),
        ended.code(),
        ended.on(),
        ended.outcome(),
        fee == null ? null : fee.dong(),
        fee == null ? null : fee.source());
  }
}
