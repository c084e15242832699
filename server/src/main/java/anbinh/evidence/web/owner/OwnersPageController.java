package anbinh.evidence.web.owner;

import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.owner.OwnerLinks;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.request.Requests;
import anbinh.evidence.upload.Uploads;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.http.OpenPaths;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/owner`: what the owner of a camera does who has a link and no account.
@RestController
@OnlyWhenServing
@RequestMapping("/api/owner")
class OwnersPageController {
  private final OwnerLinks links;
  private final OwnerRequests ownerRequests;
  private final Uploads uploads;
  private final Receipts receipts;
  private final OwnerResponseMapper views;
  private final Requests requests;

  OwnersPageController(
      OwnerLinks links,
      OwnerRequests ownerRequests,
      Uploads uploads,
      Receipts receipts,
      OwnerResponseMapper views,
      Requests requests) {
    this.links = links;
    this.ownerRequests = ownerRequests;
    this.uploads = uploads;
    this.receipts = receipts;
    this.views = views;
    this.requests = requests;
  }

  @GetMapping("/request")
  ResponseEntity<OwnerView> get(@Parameter(hidden = true) HttpServletRequest call) {
    OwnerRequest ask = links.requireGiven(call);
    ownerRequests.noteSeen(ask);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(ask));
  }

  @PostMapping("/request/refusal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refuse(@RequestBody RefusalForm form, @Parameter(hidden = true) HttpServletRequest call) {
    OwnerRequest ask = links.require(call);
    ownerRequests.refuse(ask, form.read());
  }

  @PostMapping("/request/clock-offset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stateClock(@RequestBody ClockForm form, @Parameter(hidden = true) HttpServletRequest call) {
    OwnerRequest ask = links.require(call);
    ownerRequests.stateClock(ask, form.read(requests.now()));
  }

  @PostMapping("/request/provision")
  ResponseEntity<OwnerView> give(@Parameter(hidden = true) HttpServletRequest call) {
    uploads.give(links.require(call));
    return get(call);
  }

  @PostMapping("/request/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@Parameter(hidden = true) HttpServletRequest call) {
    ownerRequests.withdraw(links.require(call));
  }

  @GetMapping(path = "/receipt.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> receipt(@Parameter(hidden = true) HttpServletRequest call)
      throws IOException {
    OwnerRequest ask = links.requireGiven(call);
    if (ask.state() != OwnerRequestState.GIVEN) {
      throw Problem.of(EvidenceProblem.FILES_NOT_READY);
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(receipts.print(view(ask), LocaleContextHolder.getLocale()));
  }

  private OwnerView view(OwnerRequest ask) {
    return views.view(ask, LocaleContextHolder.getLocale());
  }

  @Bean
  static OpenPaths ownersPathIsOpen() {
    return OpenPaths.of("/api/owner/**");
  }
}
