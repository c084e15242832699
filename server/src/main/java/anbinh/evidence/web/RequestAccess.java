package anbinh.evidence.web;

import anbinh.cameras.Camera;
import anbinh.cases.store.Cases;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.handover.Handover;
import anbinh.evidence.handover.Handovers;
import anbinh.evidence.request.Caps;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestTable;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.AreaScope;
import anbinh.identity.Confirmation;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may see a request, and who may decide it. Every refusal is recorded.
///
/// Seen by: the investigator who made it; approvers of the area of its case; duty officers of that
/// area while it waits for a decision, and who marked it urgent; auditors of the area. Decided by:
/// an approver of the area of its case and of every camera asked for, who is not the requester and
/// does not bear their name ([People#maybeSame]); what is above the ordinary [Caps] is granted only
/// by one who is a senior approver as well. Collected and handed over by the requester alone;
/// received by whom it is handed over to.
@Component
public class RequestAccess {
  private static final Role[] READERS = {
    Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.APPROVER, Role.AUDITOR
  };

  private final Access access;
  private final Requests requests;
  private final Caps caps;
  private final People people;
  private final Cases cases;

  RequestAccess(Access access, Requests requests, Caps caps, People people, Cases cases) {
    this.access = access;
    this.requests = requests;
    this.caps = caps;
    this.people = people;
    this.cases = cases;
  }

  /// Whoever may see some requests.
  public Person reader() {
    return access.require(READERS);
  }

  /// A request that the signed-in person may see. Who may see none at all learns nothing about it.
  EvidenceRequest getSeen(UUID id) {
    Person person = reader();
    EvidenceRequest request = requests.get(id);
    if (sees(person, request)) {
      return request;
    }
    ProblemCode why =
        person.has(Role.APPROVER) || person.has(Role.DUTY_OFFICER) || person.has(Role.AUDITOR)
            ? IdentityProblem.NOT_YOUR_AREA
            : EvidenceProblem.NOT_YOUR_REQUEST;
    throw access.refuseExactly(why, "request", id);
  }

  /// A request whose package the signed-in person may have verified: whoever sees the request, but
  /// not as a duty officer, who has nothing to do with packages.
  public EvidenceRequest getVerified(UUID id) {
    var _ = access.require(Role.INVESTIGATOR, Role.APPROVER, Role.AUDITOR);
    return getSeen(id);
  }

  /// A request of which the signed-in person may see how long its package is kept: who made it, and
  /// whoever [#keeps] it.
  public EvidenceRequest getKeeping(UUID id) {
    Person person = access.require(Role.INVESTIGATOR, Role.APPROVER, Role.AUDITOR);
    EvidenceRequest request = requests.get(id);
    boolean own = person.has(Role.INVESTIGATOR) && request.madeBy(person.id());
    return own ? request : getKept(id);
  }

  /// A request on whose package the signed-in person may put a hold.
  public EvidenceRequest getKept(UUID id) {
    Person person = access.require(Role.INVESTIGATOR, Role.APPROVER, Role.AUDITOR);
    EvidenceRequest request = requests.get(id);
    if (keeps(person, request)) {
      return request;
    }
    throw refuse(
        person.has(Role.APPROVER) || person.has(Role.AUDITOR)
            ? IdentityProblem.NOT_YOUR_AREA
            : EvidenceProblem.NOT_YOUR_PACKAGE,
        request);
  }

  /// Whether a person may put holds on a package and ask to lift them: investigators who work on
  /// its case, approvers and auditors of the area of its case.
  public boolean keeps(Person person, EvidenceRequest request) {
    return access.may(person, request.areaId(), Role.APPROVER, Role.AUDITOR)
        || (access.may(person, request.areaId(), Role.INVESTIGATOR)
            && cases.worksOn(request.application().caseId(), person.id()));
  }

  /// A request about whose package an approver of the area of its case decides.
  public EvidenceRequest getDecidedHere(UUID id) {
    Person person = access.require(Role.APPROVER);
    EvidenceRequest request = requests.get(id);
    if (!access.may(person, request.areaId(), Role.APPROVER)) {
      throw refuse(IdentityProblem.NOT_YOUR_AREA, request);
    }
    return request;
  }

  /// Whether a person approves in the area of the request's case.
  public boolean approves(Person person, EvidenceRequest request) {
    return access.may(person, request.areaId(), Role.APPROVER);
  }

  /// A request whose videos the signed-in person may watch: who made it, and approvers of the area
  /// of its case. An auditor learns what was done and not what is to be seen.
  public EvidenceRequest getWatched(UUID id) {
    Person person = access.require(Role.INVESTIGATOR, Role.APPROVER);
    EvidenceRequest request = requests.get(id);
    if (watches(person, request)) {
      return request;
    }
    throw refuse(
        person.has(Role.APPROVER)
            ? IdentityProblem.NOT_YOUR_AREA
            : EvidenceProblem.NOT_YOUR_REQUEST,
        request);
  }

  /// A request of whose package the signed-in person may confirm copies that others ordered.
  public EvidenceRequest getReviewed(UUID id) {
    var _ = access.require(Role.APPROVER);
    return getWatched(id);
  }

  public boolean watches(Person person, EvidenceRequest request) {
    return (person.has(Role.INVESTIGATOR) && request.madeBy(person.id()))
        || access.may(person, request.areaId(), Role.APPROVER);
  }

  /// Why a person may not confirm what somebody made of a package; empty when they may: an approver
  /// of the area of its case, who is another one.
  public Optional<ProblemCode> whyNoReviewer(Person person, EvidenceRequest request, UUID maker) {
    if (people.maybeSame(person, maker)) {
      return Optional.of(EvidenceProblem.OWN_COPY);
    }
    if (!person.has(Role.APPROVER)) {
      return Optional.of(IdentityProblem.NOT_YOUR_ROLE);
    }
    return access.may(person, request.areaId(), Role.APPROVER)
        ? Optional.empty()
        : Optional.of(IdentityProblem.NOT_YOUR_AREA);
  }

  /// Whoever may receive a package by an account.
  public Person receiver() {
    return access.require(Handovers.receivers());
  }

  /// A hand-over to the signed-in person.
  public Handover getReceived(Handovers handovers, UUID id) {
    Person person = receiver();
    Handover handover = handovers.get(id);
    if (!person.id().equals(handover.recipient())) {
      throw access.refuseExactly(EvidenceProblem.NOT_YOUR_HANDOVER, "handover", id);
    }
    return handover;
  }

  /// A hand-over to the signed-in person, whose package they may open: until its time is over.
  public Handover getHandedOver(Handovers handovers, UUID id) {
    Handover handover = getReceived(handovers, id);
    if (!handover.downloadableAt(requests.now())) {
      throw Problem.of(EvidenceProblem.HANDOVER_ENDED);
    }
    return handover;
  }

  /// Requires that the signed-in person showed a short while ago that it is them.
  public Person requireConfirmed() {
    return access.requireConfirmed();
  }

  /// The signed-in person's own request.
  public EvidenceRequest getOwn(UUID id) {
    Person person = access.require(Role.INVESTIGATOR);
    EvidenceRequest request = requests.get(id);
    if (!request.madeBy(person.id())) {
      throw access.refuseExactly(EvidenceProblem.NOT_YOUR_REQUEST, "request", id);
    }
    return request;
  }

  /// Requires that the signed-in person may use how to reach the owner of a camera, as whoever asks
  /// owners of its area for footage may.
  public void requireContact(Camera camera) {
    var _ = access.require(camera.areaId(), Role.INVESTIGATOR);
  }

  /// The signed-in person, who may say that the request cannot wait: who made it, or a duty officer
  /// of the area of its case.
  Person requireMarker(EvidenceRequest request) {
    Person person = access.require(Role.DUTY_OFFICER, Role.INVESTIGATOR);
    if (mayMark(person, request)) {
      return person;
    }
    throw refuse(
        person.has(Role.DUTY_OFFICER)
            ? IdentityProblem.NOT_YOUR_AREA
            : EvidenceProblem.NOT_YOUR_REQUEST,
        request);
  }

  boolean mayMark(Person person, EvidenceRequest request) {
    return (person.has(Role.INVESTIGATOR) && request.madeBy(person.id()))
        || access.may(person, request.areaId(), Role.DUTY_OFFICER);
  }

  /// What of all requests a person sees in a list.
  RequestTable.Filter filter(Person person, boolean mine, @Nullable StateName state) {
    UUID own = person.id();
    if (mine) {
      var none = new AreaScope.Within(Set.of());
      return new RequestTable.Filter(own, none, state, none);
    }
    AreaScope scope = access.scope(person, Role.APPROVER, Role.AUDITOR);
    return new RequestTable.Filter(own, scope, state, access.scope(person, Role.DUTY_OFFICER));
  }

  /// Why a person may not decide a request; empty when they may.
  Optional<ProblemCode> whyNotDecide(Person person, EvidenceRequest request, Instant now) {
    return whyNoDecider(person, request)
        .or(() ->
            request.decidableAt(now)
                ? Optional.empty()
                : Optional.of(EvidenceProblem.ALREADY_DECIDED));
  }

  /// The signed-in person, who may decide the request; whether they may grant as much as they want
  /// is still to be asked.
  Person requireDecider(EvidenceRequest request) {
    Person person = reader();
    Optional<ProblemCode> why = whyNoDecider(person, request);
    if (why.isPresent()) {
      throw refuse(why.get(), request);
    }
    return person;
  }

  /// Requires that the decider may grant what they grant, and that they showed a short while ago
  /// that it is them; returns how.
  Confirmation requireTier(Person decider, EvidenceRequest request, RequestCommand command) {
    if (command instanceof RequestCommand.Approve approve
        && !mayGrant(decider, request, approve.grant())) {
      throw refuse(EvidenceProblem.NEEDS_SENIOR, request);
    }
    var _ = access.requireConfirmed();
    return access.confirmation();
  }

  /// Whether a person who may decide a request may grant that much of it.
  boolean mayGrant(Person person, EvidenceRequest request, Grant grant) {
    return caps.seniorReasons(grant, request.requestedAt()).isEmpty()
        || access.may(person, request.areaId(), Role.SENIOR_APPROVER);
  }

  private Optional<ProblemCode> whyNoDecider(Person person, EvidenceRequest request) {
    Set<UUID> own = people.accountsOf(person.id());
    if (own.stream().anyMatch(request::madeBy)) {
      return Optional.of(EvidenceProblem.OWN_REQUEST);
    }
    if (own.stream().anyMatch(request::markedUrgentBy)) {
      return Optional.of(EvidenceProblem.OWN_URGENCY);
    }
    if (!person.has(Role.APPROVER)) {
      return Optional.of(IdentityProblem.NOT_YOUR_ROLE);
    }
    return coversAll(person, request)
        ? Optional.empty()
        : Optional.of(IdentityProblem.NOT_YOUR_AREA);
  }

  /// Records that the signed-in person was refused, and returns the problem to throw.
  public Problem refuse(ProblemCode why, EvidenceRequest request) {
    return access.refuseExactly(why, "request", request.id());
  }

  boolean sees(Person person, EvidenceRequest request) {
    return (person.has(Role.INVESTIGATOR) && request.madeBy(person.id()))
        || request.markedUrgentBy(person.id())
        || (request.state() instanceof RequestState.Requested
            && access.may(person, request.areaId(), Role.DUTY_OFFICER))
        || access.may(person, request.areaId(), Role.APPROVER, Role.AUDITOR);
  }

  private boolean coversAll(Person person, EvidenceRequest request) {
    Set<UUID> areas = new HashSet<>(requests.cameraAreas(request.id()).values());
    areas.add(request.areaId());
    return areas.stream().allMatch(area -> access.may(person, area, Role.APPROVER));
  }
}
