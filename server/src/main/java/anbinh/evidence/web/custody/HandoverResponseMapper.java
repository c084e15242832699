package anbinh.evidence.web.custody;

import anbinh.audit.event.AuditLog;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.handover.Downloads;
import anbinh.evidence.handover.Handover;
import anbinh.evidence.handover.HandoverState;
import anbinh.evidence.handover.HandoverTable;
import anbinh.evidence.handover.StampedClips;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestEventType;
import anbinh.evidence.request.RequestTable;
import anbinh.evidence.request.RequestTable.HistoryEntry;
import anbinh.evidence.request.Requests;
import anbinh.evidence.stamp.StampTable;
import anbinh.evidence.web.custody.CustodyView.CustodyLine;
import anbinh.evidence.web.custody.CustodyView.HandoverView;
import anbinh.evidence.web.custody.CustodyView.What;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells whose hands a package went through.
@Component
@OnlyWhenServing
class HandoverResponseMapper {
  private static final int MAX_DOWNLOADS = 200;

  private final RequestTable requestTable;
  private final Requests requests;
  private final StampTable stamps;
  private final Downloads downloads;
  private final HandoverTable handovers;
  private final ExtractionTable extractions;
  private final StampedClips clips;
  private final People people;
  private final AuditLog log;

  HandoverResponseMapper(
      RequestTable requestTable,
      Requests requests,
      StampTable stamps,
      Downloads downloads,
      HandoverTable handovers,
      ExtractionTable extractions,
      StampedClips clips,
      People people,
      AuditLog log) {
    this.requestTable = requestTable;
    this.requests = requests;
    this.stamps = stamps;
    this.downloads = downloads;
    this.handovers = handovers;
    this.extractions = extractions;
    this.clips = clips;
    this.people = people;
    this.log = log;
  }

  CustodyView custody(EvidenceRequest request, Extraction extraction, Person reader) {
    List<Handover> all = handovers.list(request.id());
    List<Downloads.Download> sent = downloads.list(request.id(), MAX_DOWNLOADS);
    List<HistoryEntry> history = requestTable.listHistory(request.id());
    Map<UUID, String> names = names(all, sent, history);
    Map<UUID, Long> indexes = log.indexes(events(all, sent, history));
    List<CustodyLine> lines = new ArrayList<>();
    for (HistoryEntry entry : history) {
      What what = what(entry.what());
      if (what != null) {
        lines.add(
            new CustodyLine(
                what,
                entry.at(),
                person(entry.who(), names),
                null,
                null,
                indexes.get(entry.eventId())));
      }
    }
    StampTable.SealStamp stamp = stamps.findSeals(List.of(request.id())).get(request.id());
    Instant stampedAt = stamp == null ? null : stamp.stampedAt();
    if (stamp != null && stampedAt != null) {
      lines.add(new CustodyLine(What.STAMPED, stampedAt, null, stamp.authority(), null, null));
    }
    for (Downloads.Download download : sent) {
      lines.add(
          new CustodyLine(
              What.DOWNLOADED,
              download.at(),
              person(download.who(), names),
              null,
              download.whole(),
              indexes.get(download.eventId())));
    }
    for (Handover handover : all) {
      Instant ended = handover.endedAt();
      UUID event = handover.receiptEvent();
      if (handover.state() == HandoverState.RECEIVED && ended != null && event != null) {
        lines.add(
            new CustodyLine(
                What.RECEIVED,
                ended,
                person(handover.handedBy(), names),
                handover.toName(),
                null,
                indexes.get(event)));
      }
    }
    lines.sort(Comparator.comparing(CustodyLine::at));
    return new CustodyView(
        extraction.code(),
        lines,
        all.stream().map(handover -> view(handover, extraction, names, reader)).toList(),
        request.madeBy(reader.id())
            && reader.has(Role.INVESTIGATOR)
            && extraction.deletedAt() == null);
  }

  HandoverView view(Handover handover, Person reader) {
    Extraction extraction = extractions.find(handover.requestId()).orElseThrow();
    return view(handover, extraction, people.displayNames(List.of(handover.handedBy())), reader);
  }

  private HandoverView view(
      Handover handover, Extraction extraction, Map<UUID, String> names, Person reader) {
    boolean open = handover.openAt(requests.now());
    boolean own = handover.handedBy().equals(reader.id());
    return new HandoverView(
        handover.id(),
        state(handover),
        handover.recipient() != null,
        handover.toName(),
        handover.toOffice(),
        handover.toTitle(),
        handover.identity(),
        handover.medium(),
        PersonName.of(handover.handedBy(), names),
        handover.openedAt(),
        handover.openUntil(),
        handover.endedAt(),
        handover.scan() != null,
        handover.number(),
        handover.placed(),
        own && handover.state() == HandoverState.OPEN,
        own && open && handover.recipient() == null,
        own ? clips(handover, extraction) : List.of());
  }

  private List<String> clips(Handover handover, Extraction extraction) {
    return clips.list(handover, extraction).stream()
        .map(file -> file.name().substring(Extraction.CLIPS.length()))
        .toList();
  }

  CustodyView.State state(Handover handover) {
    return switch (handover.state()) {
      case OPEN ->
          handover.openAt(requests.now()) ? CustodyView.State.OPEN : CustodyView.State.LAPSED;
      case RECEIVED -> CustodyView.State.RECEIVED;
      case WITHDRAWN -> CustodyView.State.WITHDRAWN;
    };
  }

  private static @Nullable What what(RequestEventType happening) {
    return switch (happening) {
      case COLLECTING -> What.MADE;
      case SEALED -> What.SEALED;
      case PACKAGE_DELETED -> What.DELETED;
      case REQUESTED,
          MARKED_URGENT,
          REMINDED_HALF,
          REMINDED_LAST_QUARTER,
          APPROVED,
          APPROVED_LESS,
          REFUSED,
          CANCELLED,
          EXPIRED,
          UNAVAILABLE,
          DELIVERED,
          HANDOVER_OPENED,
          HANDOVER_WITHDRAWN,
          RECEIVED,
          HOLD_PLACED,
          HOLD_REVIEWED,
          LIFTING_ASKED,
          LIFTING_REFUSED,
          HOLD_LIFTED,
          OUTCOME ->
          null;
    };
  }

  private Map<UUID, String> names(
      List<Handover> all, List<Downloads.Download> sent, List<HistoryEntry> history) {
    Set<UUID> who = new HashSet<>(Ids.of(all, Handover::handedBy));
    who.addAll(Ids.of(sent, Downloads.Download::who));
    who.addAll(Ids.of(history, HistoryEntry::who));
    return people.displayNames(who);
  }

  private static Set<UUID> events(
      List<Handover> all, List<Downloads.Download> sent, List<HistoryEntry> history) {
    Set<UUID> events = new HashSet<>();
    history.forEach(entry -> events.add(entry.eventId()));
    sent.forEach(download -> events.add(download.eventId()));
    for (Handover handover : all) {
      UUID event = handover.receiptEvent();
      if (event != null) {
        events.add(event);
      }
    }
    return events;
  }

  private static @Nullable PersonName person(@Nullable UUID id, Map<UUID, String> names) {
    return id == null ? null : PersonName.of(id, names);
  }
}
