package anbinh.evidence.collect;

import anbinh.cameras.CameraKind;
import anbinh.cameras.store.Cameras;
import anbinh.evidence.collect.footage.FootageSource;
import anbinh.evidence.owner.OwnerRequestChanged;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.MarkedUrgent;
import anbinh.evidence.request.RequestChanged;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.sql.ShortCodes;
import anbinh.recording.Span;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Does in the same transaction what a request's new state asks for: footage is held from the
/// request on until it is refused, lapsed, found missing or handed over; an approval starts the
/// collection and asks the owners of community cameras, whose answers let it go on.
@Component
@OnlyWhenServing
class RequestFollower {
  static final String CODE_PREFIX = "EXT";

  private final FootageSource footage;
  private final Cameras cameras;
  private final OwnerRequests ownerRequests;
  private final CollectionTable collections;
  private final Securing securing;
  private final ShortCodes codes;
  private final People people;
  private final Requests requests;
  private final ObjectProvider<CollectionWorker> worker;

  RequestFollower(
      FootageSource footage,
      Cameras cameras,
      OwnerRequests ownerRequests,
      CollectionTable collections,
      Securing securing,
      ShortCodes codes,
      People people,
      Requests requests,
      ObjectProvider<CollectionWorker> worker) {
    this.footage = footage;
    this.cameras = cameras;
    this.ownerRequests = ownerRequests;
    this.collections = collections;
    this.securing = securing;
    this.codes = codes;
    this.people = people;
    this.requests = requests;
    this.worker = worker;
  }

  @EventListener
  void follow(RequestChanged changed) {
    EvidenceRequest request = changed.request();
    switch (request.state().name()) {
      case REQUESTED -> hold(request);
      case APPROVED -> {
        String code = securing.handOn(request).orElseGet(() -> codes.nextOfYear(CODE_PREFIX));
        collections.insert(request.id(), code, requests.now());
        ownerRequests.open(request);
        wakeAfterCommit();
      }
      case REFUSED, CANCELLED, EXPIRED -> {
        footage.lift(request.code());
        wakeAfterCommit();
      }
      case UNAVAILABLE, DELIVERED -> footage.lift(request.code());
      case COLLECTING, SEALED, OUTCOME -> {}
    }
  }

  @EventListener
  void secure(MarkedUrgent marked) {
    wakeAfterCommit();
  }

  @EventListener
  void follow(OwnerRequestChanged changed) {
    collections.hurry(changed.requestId(), requests.now());
    wakeAfterCommit();
  }

  private void hold(EvidenceRequest request) {
    Grant asked = request.asked();
    var span = new Span(asked.from(), asked.to());
    Person requester = people.get(request.requestedBy());
    for (UUID camera : asked.cameraIds()) {
      if (cameras.get(camera).kind() == CameraKind.CONNECTED) {
        footage.hold(camera, span, request.code(), requester.actor());
      }
    }
  }

  private void wakeAfterCommit() {
    worker.ifAvailable(CollectionWorker::wakeAfterCommit);
  }
}
