package anbinh.evidence.web;

import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.cases.CaseFile;
import anbinh.cases.Incident;
import anbinh.cases.incident.Incidents;
import anbinh.cases.store.Cases;
import anbinh.evidence.collect.CollectionTable;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.footage.SecuredTable;
import anbinh.evidence.message.Message;
import anbinh.evidence.message.MessageTable;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestTable;
import anbinh.evidence.player.PlayerCopy;
import anbinh.evidence.player.PlayerTable;
import anbinh.evidence.request.Application;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Reminder;
import anbinh.evidence.request.Reminders;
import anbinh.evidence.request.RequestTable;
import anbinh.evidence.request.RequestTable.HistoryEntry;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.Urgency;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.UnavailableCause;
import anbinh.evidence.stamp.StampTable;
import anbinh.evidence.upload.Upload;
import anbinh.evidence.upload.UploadTable;
import anbinh.evidence.web.RequestView.CameraName;
import anbinh.evidence.web.RequestView.CaseName;
import anbinh.evidence.web.RequestView.DecisionView;
import anbinh.evidence.web.RequestView.EarlierView;
import anbinh.evidence.web.RequestView.ExtractionView;
import anbinh.evidence.web.RequestView.FactsView;
import anbinh.evidence.web.RequestView.FileLine;
import anbinh.evidence.web.RequestView.GrantView;
import anbinh.evidence.web.RequestView.HistoryLine;
import anbinh.evidence.web.RequestView.IncidentName;
import anbinh.evidence.web.RequestView.OutcomeView;
import anbinh.evidence.web.RequestView.ProgressView;
import anbinh.evidence.web.RequestView.TimestampView;
import anbinh.evidence.web.RequestView.UrgencyView;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts names, coverage, progress and history to requests.
@Component
class RequestResponseMapper {
  /// How far back a person's earlier requests matter to who decides.
  private static final Duration LATELY = Duration.ofDays(30);

  private static final int MAX_EARLIER = 20;

  private final RequestTable table;
  private final Requests requests;
  private final RequestAccess access;
  private final CollectionTable collections;
  private final ExtractionTable extractions;
  private final StampTable stamps;
  private final SecuredTable secured;
  private final Reminders reminders;
  private final OwnerRequestTable ownerRequests;
  private final UploadTable uploads;
  private final PlayerTable players;
  private final MessageTable letters;
  private final CoverageResponseMapper coverage;
  private final Warnings warnings;
  private final Tiers tiers;
  private final SplitRequestDetector together;
  private final Cases cases;
  private final Incidents incidents;
  private final Cameras cameras;
  private final People people;
  private final AuditLog log;

  RequestResponseMapper(
      RequestTable table,
      Requests requests,
      RequestAccess access,
      CollectionTable collections,
      ExtractionTable extractions,
      StampTable stamps,
      SecuredTable secured,
      Reminders reminders,
      OwnerRequestTable ownerRequests,
      UploadTable uploads,
      PlayerTable players,
      MessageTable letters,
      CoverageResponseMapper coverage,
      Warnings warnings,
      Tiers tiers,
      SplitRequestDetector together,
      Cases cases,
      Incidents incidents,
      Cameras cameras,
      People people,
      AuditLog log) {
    this.table = table;
    this.requests = requests;
    this.access = access;
    this.collections = collections;
    this.extractions = extractions;
    this.stamps = stamps;
    this.secured = secured;
    this.reminders = reminders;
    this.ownerRequests = ownerRequests;
    this.uploads = uploads;
    this.players = players;
    this.letters = letters;
    this.coverage = coverage;
    this.warnings = warnings;
    this.tiers = tiers;
    this.together = together;
    this.cases = cases;
    this.incidents = incidents;
    this.cameras = cameras;
    this.people = people;
    this.log = log;
  }

  /// One request with everything that is known of it.
  RequestView of(EvidenceRequest request, Person reader) {
    List<HistoryEntry> entries = table.listHistory(request.id());
    var known = new Known(List.of(request), entries);
    Map<UUID, Long> indexes = log.indexes(entries.stream().map(HistoryEntry::eventId).toList());
    List<HistoryLine> history = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      UUID who = entry.who();
      history.add(
          new HistoryLine(
              entry.at(),
              entry.what().name(),
              who == null ? null : known.person(who),
              indexes.get(entry.eventId())));
    }
    Extraction extraction = known.extractions.get(request.id());
    List<CameraCoverage> parts =
        extraction == null
            ? coverage.of(request.findGrant().orElse(request.asked()))
            : coverage.read(extraction.coverage());
    return view(request, reader, known, parts, facts(request, reader, known, parts), history);
  }

  /// Requests without coverage and history.
  List<RequestView> of(List<EvidenceRequest> listed, Person reader) {
    var known = new Known(listed, List.of());
    return listed.stream()
        .map(request -> view(request, reader, known, List.of(), null, List.of()))
        .toList();
  }

  private RequestView view(
      EvidenceRequest request,
      Person reader,
      Known known,
      List<CameraCoverage> parts,
      @Nullable FactsView facts,
      List<HistoryLine> history) {
    Application application = request.application();
    Optional<ProblemCode> whyNot = access.whyNotDecide(reader, request, requests.now());
    Decision decision = request.findDecision().orElse(null);
    return new RequestView(
        request.id(),
        request.code(),
        request.state().name(),
        known.caseName(application.caseId()),
        known.incidentName(request.id()),
        application.asked().cameraIds().stream().map(known::camera).toList(),
        application.asked().from(),
        application.asked().to(),
        request
            .findGrant()
            .map(grant -> new GrantView(grant.from(), grant.to(), grant.cameraIds()))
            .orElse(null),
        application.purpose(),
        application.legalBasis(),
        application.offence(),
        application.necessity(),
        application.urgent(),
        application.subject(),
        application.paper(),
        known.urgency(request),
        request.urgency() == null
            && request.decidableAt(requests.now())
            && access.mayMark(reader, request),
        known.person(request.requestedBy()),
        request.requestedAt(),
        request.expiresAt(),
        known.reminded.get(request.id()),
        decision == null ? null : known.person(decision.by()),
        decision == null ? null : decision.at(),
        decision == null
            ? null
            : new DecisionView(decision.outcome(), decision.code(), decision.reason()),
        whyNot.isEmpty(),
        whyNot.map(ProblemCode::code).orElse(null),
        whyNot.isEmpty() && access.mayGrant(reader, request, request.asked()),
        tiers.reasons(request),
        parts,
        known.ownerRequests(request.id()),
        known.progress(request.id()),
        unavailable(request),
        extraction(
            request.id(), known.extractions.get(request.id()), known.stamps.get(request.id())),
        outcome(request),
        facts,
        history);
  }

  /// Null once the request is decided, or when its case is gone.
  private @Nullable FactsView facts(
      EvidenceRequest request, Person reader, Known known, List<CameraCoverage> parts) {
    Instant now = requests.now();
    CaseFile relatedCase = known.caseFiles.get(request.application().caseId());
    if (!request.decidableAt(now) || relatedCase == null) {
      return null;
    }
    List<EarlierView> earlier =
        table.listEarlier(request, request.requestedAt().minus(LATELY), MAX_EARLIER).stream()
            .filter(other -> access.sees(reader, other))
            .map(other ->
                new EarlierView(
                    other.id(), other.code(), other.state().name(), other.requestedAt()))
            .toList();
    List<CheckView.Warning> found =
        new ArrayList<>(
            warnings.of(
                request.asked(),
                relatedCase,
                known.incidents.get(request.id()),
                parts,
                known.cameraById,
                now));
    together.of(relatedCase.id(), request.asked(), request.id()).ifPresent(found::add);
    return new FactsView(relatedCase.occurredFrom(), relatedCase.occurredTo(), found, earlier);
  }

  private static @Nullable UnavailableCause unavailable(EvidenceRequest request) {
    return request.state() instanceof RequestState.Unavailable unavailable
        ? unavailable.cause()
        : null;
  }

  private static @Nullable OutcomeView outcome(EvidenceRequest request) {
    return request.state() instanceof RequestState.OutcomeNoted noted
        ? new OutcomeView(
            noted.outcome().useful(),
            noted.outcome().clarified().stream().sorted().toList(),
            noted.outcome().note(),
            noted.outcome().at())
        : null;
  }

  private static @Nullable ExtractionView extraction(
      UUID request, @Nullable Extraction sealed, StampTable.@Nullable SealStamp stamp) {
    return sealed == null
        ? null
        : new ExtractionView(
            sealed.code(),
            sealed.sealedAt(),
            sealed.bytes(),
            sealed.sha256(),
            sealed.files().stream()
                .map(file -> new FileLine(file.name(), file.bytes(), file.sha256()))
                .toList(),
            sealed.logIndex(),
            sealed.deletedAt() == null ? "/api/requests/" + request + "/package.zip" : null,
            sealed.deletedAt(),
            stamp == null ? null : timestamp(stamp));
  }

  private static TimestampView timestamp(StampTable.SealStamp stamp) {
    return new TimestampView(
        stamp.stampedAt() == null ? "WAITING" : "STAMPED", stamp.stampedAt(), stamp.authority());
  }

  /// Everything the views refer to, read at once.
  private final class Known {
    private final Map<UUID, CaseFile> caseFiles;
    private final Map<UUID, Incident> incidents;
    private final Map<UUID, Camera> cameraById = new HashMap<>();
    private final Map<UUID, String> names;
    private final Map<UUID, CollectionTable.Row> rows;
    private final Map<UUID, Extraction> extractions;
    private final Map<UUID, StampTable.SealStamp> stamps;
    private final Map<UUID, SecuredTable.Row> securedRows;
    private final Map<UUID, Reminder> reminded;
    private final Map<UUID, List<OwnerRequest>> ownerRequests;
    private final Map<UUID, List<Upload>> uploads;
    private final Map<UUID, PlayerCopy> players;
    private final Map<UUID, List<Message>> letters;

    Known(List<EvidenceRequest> listed, List<HistoryEntry> history) {
      Set<UUID> persons = new HashSet<>();
      Set<UUID> cameraIds = new HashSet<>();
      for (EvidenceRequest request : listed) {
        persons.add(request.requestedBy());
        Urgency urgency = request.urgency();
        if (urgency != null) {
          persons.add(urgency.by());
        }
        request.findDecision().ifPresent(decision -> persons.add(decision.by()));
        cameraIds.addAll(request.asked().cameraIds());
      }
      persons.addAll(Ids.of(history, HistoryEntry::who));
      for (UUID id : cameraIds) {
        cameras.find(id).ifPresent(camera -> cameraById.put(id, camera));
      }
      List<UUID> ids = listed.stream().map(EvidenceRequest::id).toList();
      this.caseFiles =
          cases.find(listed.stream().map(request -> request.application().caseId()).toList());
      this.incidents = RequestResponseMapper.this.incidents.ofRequests(ids);
      this.names = people.displayNames(persons);
      this.rows = collections.find(ids);
      this.extractions = RequestResponseMapper.this.extractions.find(ids);
      this.stamps = RequestResponseMapper.this.stamps.findSeals(ids);
      this.securedRows = secured.find(ids);
      this.reminded = reminders.find(ids);
      this.ownerRequests = RequestResponseMapper.this.ownerRequests.find(ids);
      this.uploads = RequestResponseMapper.this.uploads.find(ids);
      this.players =
          RequestResponseMapper.this.players.find(
              uploads.values().stream().flatMap(List::stream).map(Upload::id).toList());
      this.letters = RequestResponseMapper.this.letters.find(ids);
    }

    List<OwnerRequestView> ownerRequests(UUID request) {
      List<Upload> files = uploads.getOrDefault(request, List.of());
      List<Message> sent = letters.getOrDefault(request, List.of());
      return ownerRequests.getOrDefault(request, List.of()).stream()
          .map(ask -> OwnerRequestView.of(ask, files, players, sent))
          .toList();
    }

    PersonName person(UUID id) {
      return PersonName.of(id, names);
    }

    CameraName camera(UUID id) {
      Camera camera = cameraById.get(id);
      return camera == null
          ? new CameraName(id, "", "")
          : new CameraName(id, camera.code(), camera.name());
    }

    CaseName caseName(UUID id) {
      CaseFile file = caseFiles.get(id);
      return file == null ? new CaseName(id, "", "") : new CaseName(id, file.code(), file.title());
    }

    @Nullable IncidentName incidentName(UUID request) {
      Incident incident = incidents.get(request);
      return incident == null
          ? null
          : new IncidentName(
              incident.id(),
              incident.title(),
              incident.timing(),
              incident.occurredFrom(),
              incident.occurredTo(),
              incident.withdrawn());
    }

    @Nullable UrgencyView urgency(EvidenceRequest request) {
      Urgency urgency = request.urgency();
      if (urgency == null) {
        return null;
      }
      SecuredTable.Row row = securedRows.get(request.id());
      return new UrgencyView(
          urgency.cause().reason(),
          urgency.cause().words(),
          person(urgency.by()),
          urgency.at(),
          request.expiresAt(),
          row == null ? null : row.securedAt(),
          row == null ? null : row.discardCause(),
          row == null ? null : row.discardedAt());
    }

    @Nullable ProgressView progress(UUID request) {
      CollectionTable.Row row = rows.get(request);
      return row == null ? null : new ProgressView(row.step().name(), row.percent());
    }
  }
}
