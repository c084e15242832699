package anbinh.situation.flag;

import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.WrittenText;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.flag.AccusationTable.Flag;
import anbinh.situation.report.Situation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/situation-flags`: repeated accusations, for the officers above those of a commune: counts
/// and no names, until somebody opens one with a reason.
@RestController
@RequestMapping("/api/situation-flags")
class SituationFlagsController {
  private static final int MIN_LENGTH = 20;

  private final SituationFlags flags;
  private final SituationOfficers officers;
  private final Access access;
  private final Areas areas;
  private final AuditLog log;

  SituationFlagsController(
      SituationFlags flags, SituationOfficers officers, Access access, Areas areas, AuditLog log) {
    this.flags = flags;
    this.officers = officers;
    this.access = access;
    this.areas = areas;
    this.log = log;
  }

  /// @param reports of one reporter against one person within a year, none of them guarded
  record SituationFlagView(
      UUID id,
      UUID communeId,
      String communeName,
      Instant flaggedAt,
      int reports,
      @Nullable Instant openedAt) {}

  /// @param name of who was named; empty once the reports are erased
  /// @param codes of the reports
  record OpenedSituationFlag(SituationFlagView flag, String name, List<String> codes) {
    OpenedSituationFlag {
      codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
      return "OpenedSituationFlag[…]";
    }
  }

  record SituationFlagOpening(@NotBlank @Size(min = MIN_LENGTH, max = 1000) String reason) {}

  @GetMapping
  Page<SituationFlagView> list(PageRequest page) {
    Person reader = access.require(Role.COMMUNITY_OFFICER);
    Page<Flag> cut =
        Page.read(
            page,
            Page.byId(Flag::id),
            rows -> flags.list(officers.desk(reader).upper(), reader, page.after(), rows));
    Map<UUID, String> names = areas.names(Ids.of(cut.items(), Flag::communeId));
    log.record(
        Event.of(SituationEvent.LISTED).by(reader.actor()).fact("flags", cut.items().size()));
    return cut.map(each -> view(each, names));
  }

  /// Says who was named, and in which reports; never who reported.
  @PostMapping("/{id}/opening")
  OpenedSituationFlag open(
      @PathVariable UUID id, @Valid @RequestBody SituationFlagOpening requested) {
    Flag flag = flags.get(id, access.require(Role.COMMUNITY_OFFICER));
    Person reader = access.require(flag.communeId(), Role.COMMUNITY_OFFICER);
    if (!officers.isAbove(reader, flag.communeId())) {
      throw access.refuse(SituationProblem.NOT_YOUR_SITUATION, "area", flag.communeId());
    }
    String reason = WrittenText.stripped("reason", requested.reason(), MIN_LENGTH, 1000);
    SituationFlags.Opened opened = flags.open(flag, reason, reader);
    return new OpenedSituationFlag(
        view(flags.get(id, reader), areas.names(List.of(flag.communeId()))),
        opened.name(),
        opened.reports().stream().map(Situation::code).toList());
  }

  private static SituationFlagView view(Flag flag, Map<UUID, String> names) {
    return new SituationFlagView(
        flag.id(),
        flag.communeId(),
        names.getOrDefault(flag.communeId(), ""),
        flag.at(),
        flag.reports(),
        flag.openedAt());
  }
}
