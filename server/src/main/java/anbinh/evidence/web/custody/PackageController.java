package anbinh.evidence.web.custody;

import anbinh.evidence.handover.Downloads;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.evidence.web.RequestAccess;
import anbinh.identity.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/{id}/package.zip`: the sealed package, for the requester alone.
///
/// When the last missing byte has gone out, in one answer or in several ranges, the package counts
/// as delivered. Each answer is an event of its own.
@RestController
@RequestMapping("/api/requests/{id}")
class PackageController {
  private final RequestAccess access;
  private final PackageSender sender;
  private final Requests requests;
  private final Deliveries deliveries;
  private final Downloads downloads;

  PackageController(
      RequestAccess access,
      PackageSender sender,
      Requests requests,
      Deliveries deliveries,
      Downloads downloads) {
    this.access = access;
    this.sender = sender;
    this.requests = requests;
    this.deliveries = deliveries;
    this.downloads = downloads;
  }

  /// Also answers HEAD.
  @GetMapping("/package.zip")
  void download(@PathVariable UUID id, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    EvidenceRequest request = access.getOwn(id);
    Optional<PackageSender.Sent> sent = sender.send(id, asked, answer);
    if (sent.isPresent()) {
      noteSent(request, sent.get(), access.reader());
    }
  }

  private void noteSent(EvidenceRequest request, PackageSender.Sent sent, Person requester) {
    downloads.note(request, sent.extraction(), sent.range(), requester);
    boolean whole =
        deliveries.add(
            request.id(), sent.range().start(), sent.range().end(), sent.extraction().bytes());
    if (whole && request.state().name() == StateName.SEALED) {
      // A second download that ends at the same moment finds it delivered; that is as well.
      var _ =
          requests.take(
              request.id(), new RequestCommand.Deliver(requester.id(), requests.now()), requester);
    }
  }
}
