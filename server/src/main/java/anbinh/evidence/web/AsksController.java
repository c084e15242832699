package anbinh.evidence.web;

import anbinh.evidence.owner.Asks;
import anbinh.identity.Person;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/{id}/asks/{cameraId}`: what the requester does about an owner who is asked.
@RestController
@RequestMapping("/api/requests/{id}/asks/{cameraId}")
class AsksController {
  private final RequestAccess access;
  private final Asks asks;

  AsksController(RequestAccess access, Asks asks) {
    this.access = access;
    this.asks = asks;
  }

  /// @param secret what goes behind the `#` of the address of the owner's page; shown this once
  record LinkView(String secret) {}

  @PostMapping("/link")
  @ResponseStatus(HttpStatus.CREATED)
  LinkView issueLink(@PathVariable UUID id, @PathVariable UUID cameraId) {
    return new LinkView(asks.issueLink(id, cameraId, requester(id)).text());
  }

  @DeleteMapping("/link")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revokeLink(@PathVariable UUID id, @PathVariable UUID cameraId) {
    asks.revokeLink(id, cameraId, requester(id));
  }

  @PostMapping("/give-up")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void giveUp(@PathVariable UUID id, @PathVariable UUID cameraId) {
    asks.giveUp(id, cameraId, requester(id));
  }

  private Person requester(UUID id) {
    var _ = access.getOwn(id);
    return access.reader();
  }
}
