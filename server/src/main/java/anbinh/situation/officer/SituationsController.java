package anbinh.situation.officer;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.Inbound;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.deadlines.SituationOfficers.Desk;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.media.SituationMediaStore;
import anbinh.situation.media.SituationMedium;
import anbinh.situation.officer.SituationAccess.On;
import anbinh.situation.officer.SituationView.SituationCandidate;
import anbinh.situation.officer.SituationView.SituationCandidates;
import anbinh.situation.officer.SituationView.SituationContentView;
import anbinh.situation.officer.SituationView.SituationDetails;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTable;
import anbinh.situation.report.SituationTable.Requested;
import anbinh.situation.reporter.ReporterIdentity;
import anbinh.situation.reporter.ReporterStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the desk of a commune reads: the list, one report, and each by itself with an entry of the
/// log its content, its reporter, its files, and others that may tell of the same.
@RestController
class SituationsController {
  private final SituationTable table;
  private final SituationAccess access;
  private final SituationOfficers officers;
  private final SituationResponseMapper views;
  private final SituationMerging merging;
  private final SituationService keeper;
  private final SituationMediaStore media;
  private final ReporterStore reporters;
  private final AuditLog log;

  SituationsController(
      SituationTable table,
      SituationAccess access,
      SituationOfficers officers,
      SituationResponseMapper views,
      SituationMerging merging,
      SituationService keeper,
      SituationMediaStore media,
      ReporterStore reporters,
      AuditLog log) {
    this.table = table;
    this.access = access;
    this.officers = officers;
    this.views = views;
    this.merging = merging;
    this.keeper = keeper;
    this.media = media;
    this.reporters = reporters;
    this.log = log;
  }

  /// Which reports a list has: those of which something is due, or the others.
  enum SituationOpenness {
    OPEN,
    OVER
  }

  /// Who reported, as far as it is known.
  record SituationReporter(
      @Nullable String name, @Nullable String phone, @Nullable String contact) {
    @Override
    public String toString() {
      return "SituationReporter[…]";
    }
  }

  /// @param code only those in whose code this occurs
  @GetMapping("/api/situations")
  Page<SituationView> list(
      @RequestParam(defaultValue = "OPEN") SituationOpenness openness,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable UUID villageId,
      @RequestParam(required = false) @Nullable SituationState state,
      @RequestParam(required = false) @Nullable String code,
      PageRequest page) {
    Person reader = access.requireOfficer();
    Desk desk = officers.desk(reader);
    String part = code == null || code.isBlank() ? null : code.strip();
    var requested =
        new Requested(desk.communes(), desk.upper(), reader.id(), kind, villageId, state, part);
    boolean open = openness == SituationOpenness.OPEN;
    Instant at = page.key(0, text -> Inbound.instant(text).orElseThrow()).orElse(null);
    UUID id = at == null ? null : page.key(1, UUID::fromString).orElse(null);
    Page<Situation> cut =
        Page.read(
            page,
            each -> List.of(String.valueOf(sorted(each, open)), each.id().toString()),
            rows -> known(requested, reader, open, at, id, rows));
    log.record(
        Event.of(SituationEvent.LISTED).by(reader.actor()).fact("count", cut.items().size()));
    return cut.with(views.list(cut.items()));
  }

  /// Those of which the reader may know, read on until there are enough: whoever is named in one
  /// sees none of it, no part of a list that is short by one, and no `next` that is about it.
  private List<Situation> known(
      Requested requested,
      Person reader,
      boolean open,
      @Nullable Instant at,
      @Nullable UUID id,
      int rows) {
    var known = new ArrayList<Situation>();
    Instant from = at;
    UUID after = id;
    while (true) {
      List<Situation> found =
          open
              ? table.listOpen(requested, from, after, rows)
              : table.listOver(requested, from, after, rows);
      Set<UUID> named = access.namedIn(found.stream().map(Situation::id).toList(), reader);
      found.stream()
          .filter(each -> !named.contains(each.id()))
          .limit(rows - known.size())
          .forEach(known::add);
      if (known.size() == rows || found.size() < rows) {
        return known;
      }
      from = sorted(found.getLast(), open);
      after = found.getLast().id();
    }
  }

  private static @Nullable Instant sorted(Situation situation, boolean open) {
    return open ? situation.due().at() : situation.conduct().closedAt();
  }

  @GetMapping("/api/situations/{id}")
  SituationDetails read(@PathVariable UUID id) {
    return views.details(id);
  }

  /// What was written of it, what was seen apart from what was told; every reading is an entry of
  /// the log.
  @GetMapping("/api/situations/{id}/content")
  SituationContentView readContent(@PathVariable UUID id) {
    On on = access.require(id, each -> each.reads() || each.situation().erasedAt() != null);
    SituationContentView shown = views.content(keeper.content(on.situation()));
    access.read(SituationEvent.READ, on);
    return shown;
  }

  /// Who reported: for the first officer only, as long as they have it; every reading is an entry
  /// of the log.
  @GetMapping("/api/situations/{id}/reporter")
  SituationReporter readReporter(@PathVariable UUID id) {
    On on = access.require(id);
    if (on.situation().erasedAt() != null) {
      throw Problem.of(SituationProblem.SITUATION_ERASED, on.situation().code());
    }
    if (!on.opensReporter()) {
      throw access.refuseReporter(id);
    }
    ReporterIdentity who =
        reporters
            .find(id)
            .orElseThrow(
                () -> Problem.of(SituationProblem.SITUATION_ERASED, on.situation().code()));
    access.read(SituationEvent.REPORTER_READ, on);
    return new SituationReporter(who.name(), who.phone(), who.contact());
  }

  /// Others that may tell of the same.
  @GetMapping("/api/situations/{id}/duplicates")
  SituationCandidates duplicates(@PathVariable UUID id) {
    On on = access.require(id, On::acts);
    SituationMerging.Candidates sought = merging.seek(on);
    List<SituationMerging.Candidate> found = sought.found();
    List<SituationView> shown =
        views.list(found.stream().map(SituationMerging.Candidate::situation).toList());
    return new SituationCandidates(
        IntStream.range(0, shown.size())
            .mapToObj(at -> new SituationCandidate(shown.get(at), found.get(at).metres()))
            .toList(),
        sought.more());
  }

  /// A file as it is kept; every reading is an entry of the log.
  @GetMapping("/api/situation-media/{id}")
  ResponseEntity<byte[]> readMedia(@PathVariable UUID id) {
    access.requireOfficer();
    SituationMedium one = media.get(id);
    On on = access.require(one.situationId(), On::reads);
    byte[] bytes =
        media.findBytes(id).orElseThrow(() -> Problem.of(SituationProblem.NO_SUCH_SITUATION_MEDIA));
    access.read(SituationEvent.MEDIA_READ, on);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(String.valueOf(one.type())))
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().build().toString())
        .body(bytes);
  }
}
