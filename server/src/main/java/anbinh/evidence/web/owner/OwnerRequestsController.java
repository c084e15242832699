package anbinh.evidence.web.owner;

import anbinh.cameras.store.Cameras;
import anbinh.evidence.message.OwnerMessages;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.owner.OwnersAddress;
import anbinh.evidence.web.MessageView;
import anbinh.evidence.web.RequestAccess;
import anbinh.identity.Person;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// `/api/requests/{id}/owner-requests/{cameraId}`: what the requester does about an owner who is
/// asked.
@RestController
@RequestMapping("/api/requests/{id}/owner-requests/{cameraId}")
class OwnerRequestsController {
  private final RequestAccess access;
  private final OwnerRequests ownerRequests;
  private final OwnerResponseMapper views;
  private final LinkSheets sheets;
  private final OwnersAddress address;
  private final OwnerMessages messages;
  private final Cameras cameras;

  OwnerRequestsController(
      RequestAccess access,
      OwnerRequests ownerRequests,
      OwnerResponseMapper views,
      LinkSheets sheets,
      OwnersAddress address,
      OwnerMessages messages,
      Cameras cameras) {
    this.access = access;
    this.ownerRequests = ownerRequests;
    this.views = views;
    this.sheets = sheets;
    this.address = address;
    this.messages = messages;
    this.cameras = cameras;
  }

  /// @param secret what goes behind the `#` of the address of the owner's page; shown this once
  record LinkView(String secret) {}

  @PostMapping("/link")
  @ResponseStatus(HttpStatus.CREATED)
  LinkView issueLink(@PathVariable UUID id, @PathVariable UUID cameraId) {
    return new LinkView(ownerRequests.issueLink(id, cameraId, requester(id)).text());
  }

  @DeleteMapping("/link")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revokeLink(@PathVariable UUID id, @PathVariable UUID cameraId) {
    ownerRequests.revokeLink(id, cameraId, requester(id));
  }

  @PostMapping(path = "/sheet.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> sheet(
      @PathVariable UUID id,
      @PathVariable UUID cameraId,
      @RequestBody SheetForm form,
      @Parameter(hidden = true) HttpServletRequest call)
      throws IOException {
    Person by = requester(id);
    SheetForm.Requested requested = form.read();
    OwnerRequest ask = ownerRequests.printSheet(id, cameraId, requested.secret(), by);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            sheets.print(
                views.view(ask, requested.language()),
                address.of(requested.secret(), base(call)),
                requested.language()));
  }

  /// Has a new link sent to the owner, whose address the requester need not see.
  @PostMapping("/messages")
  @ResponseStatus(HttpStatus.CREATED)
  MessageView send(
      @PathVariable UUID id, @PathVariable UUID cameraId, @RequestBody MessageForm form) {
    Person by = requester(id);
    MessageForm.Requested requested = form.read();
    access.requireContact(cameras.get(cameraId));
    return MessageView.of(
        messages.sendLink(id, cameraId, requested.channel(), requested.language(), by));
  }

  @PostMapping("/abandonment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void giveUp(@PathVariable UUID id, @PathVariable UUID cameraId) {
    ownerRequests.giveUp(id, cameraId, requester(id));
  }

  /// Under what the caller's browser reaches this server.
  private static String base(HttpServletRequest call) {
    return ServletUriComponentsBuilder.fromContextPath(call).build().toUriString();
  }

  private Person requester(UUID id) {
    var _ = access.getOwn(id);
    return access.reader();
  }
}
