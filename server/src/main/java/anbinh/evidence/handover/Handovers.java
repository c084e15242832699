package anbinh.evidence.handover;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.log.Proofs;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestEventType;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.seal.log.Commitment;
import anbinh.seal.pack.Receipt;
import anbinh.seal.pack.Seal;
import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens, withdraws and confirms hand-overs, each with its event in one transaction. Rights are the
/// caller's to check. Safe for many threads.
@Component
@OnlyWhenServing
public class Handovers {
  private static final Role[] RECEIVERS = {Role.INVESTIGATOR, Role.APPROVER};

  private final HandoverTable table;
  private final ExtractionTable extractions;
  private final Requests requests;
  private final ReceiptPlacing placing;
  private final Proofs proofs;
  private final People people;
  private final Site site;
  private final Ids ids;
  private final AuditLog log;
  private final HandoverSettings settings;
  private final TransactionTemplate transactions;

  Handovers(
      HandoverTable table,
      ExtractionTable extractions,
      Requests requests,
      ReceiptPlacing placing,
      Proofs proofs,
      People people,
      Site site,
      Ids ids,
      AuditLog log,
      HandoverSettings settings,
      TransactionTemplate transactions) {
    this.table = table;
    this.extractions = extractions;
    this.requests = requests;
    this.placing = placing;
    this.proofs = proofs;
    this.people = people;
    this.site = site;
    this.ids = ids;
    this.log = log;
    this.settings = settings;
    this.transactions = transactions;
  }

  /// Who may receive by an account.
  public static Role[] receivers() {
    return RECEIVERS.clone();
  }

  public Handover get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_HANDOVER));
  }

  /// One of the hand-overs of a request's package.
  public Handover get(UUID request, UUID id) {
    return table
        .find(id)
        .filter(handover -> handover.requestId().equals(request))
        .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_HANDOVER));
  }

  /// The seal of a package, as the log has it.
  public Seal seal(Extraction extraction) {
    return Seal.parse(proofs.document(extraction.logIndex()));
  }

  /// Opens a hand-over to somebody with an account.
  @Transactional
  public Handover open(EvidenceRequest request, AccountForm form, Person by) {
    AccountForm.Requested requested = form.read();
    Extraction extraction = extraction(request.id());
    Person recipient = recipient(requested.recipient(), by);
    var to =
        new Receipt.To(recipient.pseudonym().toString(), recipient.displayName(), site.name(), "");
    return open(
        request,
        extraction,
        opened(request.id(), recipient.id(), to, Receipt.Identity.ACCOUNT, requested.medium(), by),
        by);
  }

  /// Opens a hand-over to somebody outside.
  @Transactional
  public Handover open(EvidenceRequest request, OutsideForm form, Person by) {
    OutsideForm.Requested requested = form.read();
    return open(
        request,
        extraction(request.id()),
        opened(request.id(), null, requested.to(), requested.identity(), requested.medium(), by),
        by);
  }

  private Handover open(
      EvidenceRequest request, Extraction extraction, Handover opened, Person by) {
    var _ = extractions.lockForUpdate(request.id());
    if (table.count(request.id()) >= Receipt.MAX) {
      throw Problem.of(EvidenceProblem.TOO_MANY_HANDOVERS);
    }
    table.insert(opened);
    UUID event =
        log.record(
            about(request, EvidenceEvent.HANDOVER_OPENED, by)
                .fact("handover", opened.id())
                .fact("extraction", extraction.code())
                .fact("identity", opened.identity())
                .fact("medium", opened.medium())
                .fact("until", opened.openUntil())
                .detail("name", opened.toName())
                .detail("office", opened.toOffice())
                .detail("title", opened.toTitle()));
    requests.note(request.id(), RequestEventType.HANDOVER_OPENED, by, event);
    return opened;
  }

  private Person recipient(UUID id, Person by) {
    if (id.equals(by.id())) {
      throw Problem.invalid("recipientId", "yourself");
    }
    return people
        .find(id)
        .filter(person -> person.active() && Arrays.stream(RECEIVERS).anyMatch(person::has))
        .orElseThrow(() -> Problem.invalid("recipientId", "unknown"));
  }

  private Handover opened(
      UUID request,
      @Nullable UUID recipient,
      Receipt.To to,
      Receipt.Identity identity,
      Receipt.Medium medium,
      Person by) {
    Instant now = requests.now();
    return new Handover(
        ids.next(),
        request,
        HandoverState.OPEN,
        recipient,
        to.name(),
        to.office(),
        to.title(),
        identity,
        medium,
        by.id(),
        now,
        now.plus(settings.openFor()),
        null,
        null,
        null,
        null,
        false);
  }

  /// Takes back a hand-over that nobody has confirmed.
  @Transactional
  public Handover withdraw(EvidenceRequest request, UUID id, Person by) {
    Handover handover = held(id);
    if (handover.state() != HandoverState.OPEN) {
      throw Problem.of(EvidenceProblem.HANDOVER_ENDED);
    }
    table.withdraw(id, requests.now());
    UUID event =
        log.record(
            about(request, EvidenceEvent.HANDOVER_WITHDRAWN, by).fact("handover", handover.id()));
    requests.note(request.id(), RequestEventType.HANDOVER_WITHDRAWN, by, event);
    return get(id);
  }

  /// Attaches the scanned paper to an open hand-over to somebody outside, in the place of the one
  /// there was.
  @Transactional
  public Handover attachScan(EvidenceRequest request, UUID id, ScanForm form, Person by) {
    ScanForm.Requested scan = form.read();
    Handover handover = open(id);
    if (handover.recipient() != null) {
      throw Problem.of(EvidenceProblem.HANDOVER_BY_ACCOUNT);
    }
    byte[] content = scan.content().toArray();
    table.attach(id, content, scan.kind());
    log.record(
        about(request, EvidenceEvent.HANDOVER_SCANNED, by)
            .fact("handover", handover.id())
            .fact("sha256", Hash.sha256(content).hex()));
    return get(id);
  }

  /// Confirms, by who handed it over, that somebody outside signed for it.
  public Handover signed(EvidenceRequest request, UUID id, Person by) {
    if (get(id).recipient() != null) {
      throw Problem.of(EvidenceProblem.HANDOVER_BY_ACCOUNT);
    }
    return receive(request, id, by);
  }

  /// Confirms by who received it.
  public Handover received(UUID id, Person by) {
    Handover handover = get(id);
    if (!by.id().equals(handover.recipient())) {
      throw new IllegalArgumentException("this is somebody else's to confirm");
    }
    return receive(requests.get(handover.requestId()), id, by);
  }

  private Handover receive(EvidenceRequest request, UUID id, Person by) {
    Handover received =
        Objects.requireNonNull(
            transactions.execute(_ -> {
              EvidenceRequest delivered = deliver(request, by);
              return receiveHere(delivered, id, by);
            }));
    placing.wake();
    return received;
  }

  /// A package that somebody confirmed to have has left, also when its requester never downloaded
  /// it.
  private EvidenceRequest deliver(EvidenceRequest request, Person by) {
    if (request.state().name() != StateName.SEALED) {
      return request;
    }
    var command = new RequestCommand.Deliver(request.requestedBy(), requests.now());
    return switch (requests.take(request.id(), command, by)) {
      case Requests.Result.Done done -> done.request();
      // The last byte of it went out at this moment.
      case Requests.Result.Denied denied -> denied.request();
    };
  }

  private Handover receiveHere(EvidenceRequest request, UUID id, Person by) {
    Handover handover = open(id);
    Instant now = requests.now();
    Extraction extraction = extraction(request.id());
    Receipt receipt = receipt(request, extraction, handover, now);
    UUID event =
        log.record(
            about(request, EvidenceEvent.RECEIVED, by)
                .fact("handover", id)
                .fact("extraction", extraction.code())
                .fact("number", receipt.number())
                .fact("receipt", Hash.sha256(receipt.canonical()).hex()));
    table.receive(id, receipt, now, event);
    requests.note(request.id(), RequestEventType.RECEIVED, by, event);
    return get(id);
  }

  private Receipt receipt(
      EvidenceRequest request, Extraction extraction, Handover handover, Instant now) {
    byte[] sealJson = proofs.document(extraction.logIndex());
    Person from = people.get(handover.handedBy());
    UUID recipient = handover.recipient();
    return new Receipt(
        table.nextNumber(request.id()),
        extraction.code(),
        request.id().toString(),
        Hash.sha256(sealJson),
        Seal.parse(sealJson).contents().tagManifestSha512(),
        handover.openedAt(),
        now,
        new Receipt.From(from.pseudonym().toString(), from.displayName(), site.name()),
        new Receipt.To(
            recipient == null ? null : people.get(recipient).pseudonym().toString(),
            handover.toName(),
            handover.toOffice(),
            handover.toTitle()),
        handover.identity(),
        handover.medium(),
        table.findScan(handover.id()).map(Hash::sha256).orElse(null),
        Hash.of(Commitment.newSalt()));
  }

  /// The hand-over, which nobody else changes until the transaction ends.
  private Handover held(UUID id) {
    table.lockForUpdate(get(id).requestId());
    return get(id);
  }

  private Handover open(UUID id) {
    Handover handover = held(id);
    if (!handover.openAt(requests.now())) {
      throw Problem.of(EvidenceProblem.HANDOVER_ENDED);
    }
    return handover;
  }

  private Extraction extraction(UUID request) {
    return extractions.getKept(request);
  }

  private static Event about(EvidenceRequest request, EvidenceEvent type, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("request", request.id(), request.code())
        .within(request.areaId());
  }
}
