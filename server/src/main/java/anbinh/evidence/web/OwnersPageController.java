package anbinh.evidence.web;

import anbinh.areas.Area;
import anbinh.areas.Areas;
import anbinh.cameras.Camera;
import anbinh.cameras.Cameras;
import anbinh.cases.Cases;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.owner.Ask;
import anbinh.evidence.owner.AskState;
import anbinh.evidence.owner.Asks;
import anbinh.evidence.owner.OwnerLinks;
import anbinh.evidence.owner.OwnerSettings;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Grant;
import anbinh.evidence.request.Requests;
import anbinh.evidence.upload.Uploads;
import anbinh.evidence.web.OwnerView.ClockView;
import anbinh.evidence.web.OwnerView.FileView;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.OpenPath;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
  private final Asks asks;
  private final Uploads uploads;
  private final Receipts receipts;
  private final OwnerSettings settings;
  private final Requests requests;
  private final Cases cases;
  private final Cameras cameras;
  private final Areas areas;
  private final Messages messages;
  private final Site site;

  OwnersPageController(
      OwnerLinks links,
      Asks asks,
      Uploads uploads,
      Receipts receipts,
      OwnerSettings settings,
      Requests requests,
      Cases cases,
      Cameras cameras,
      Areas areas,
      Messages messages,
      Site site) {
    this.links = links;
    this.asks = asks;
    this.uploads = uploads;
    this.receipts = receipts;
    this.settings = settings;
    this.requests = requests;
    this.cases = cases;
    this.cameras = cameras;
    this.areas = areas;
    this.messages = messages;
    this.site = site;
  }

  @GetMapping("/ask")
  ResponseEntity<OwnerView> get(@Parameter(hidden = true) HttpServletRequest call) {
    Ask ask = links.require(call);
    asks.noteSeen(ask);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(ask));
  }

  @PostMapping("/ask/refuse")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refuse(@RequestBody RefusalForm form, @Parameter(hidden = true) HttpServletRequest call) {
    Ask ask = links.require(call);
    asks.refuse(ask, form.read());
  }

  @PostMapping("/ask/clock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stateClock(@RequestBody ClockForm form, @Parameter(hidden = true) HttpServletRequest call) {
    Ask ask = links.require(call);
    asks.stateClock(ask, form.read(requests.now()));
  }

  @PostMapping("/ask/give")
  ResponseEntity<OwnerView> give(@Parameter(hidden = true) HttpServletRequest call) {
    uploads.give(links.require(call));
    return get(call);
  }

  @PostMapping("/ask/withdraw")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@Parameter(hidden = true) HttpServletRequest call) {
    asks.withdraw(links.require(call));
  }

  @GetMapping(path = "/receipt.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> receipt(@Parameter(hidden = true) HttpServletRequest call)
      throws IOException {
    Ask ask = links.require(call);
    if (ask.state() != AskState.GIVEN) {
      throw Problem.of(EvidenceProblem.FILES_NOT_READY);
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(receipts.print(view(ask), LocaleContextHolder.getLocale()));
  }

  private OwnerView view(Ask ask) {
    EvidenceRequest request = requests.get(ask.requestId());
    Grant grant = request.findGrant().orElseThrow();
    Camera camera = cameras.get(ask.cameraId());
    String basis = "evidence.basis." + request.application().legalBasis().name();
    return new OwnerView(
        site.name(),
        site.zone().getId(),
        requests.now(),
        site.demonstration(),
        areas.find(request.areaId()).map(Area::name).orElse(""),
        request.code(),
        cases.get(request.application().caseId()).code(),
        messages.text(basis),
        messages.text(basis + ".article"),
        camera.code(),
        camera.name(),
        grant.from(),
        grant.to(),
        ask.openUntil(),
        ask.state(),
        ask.state() == AskState.GIVEN ? ask.endedAt() : null,
        ask.state() == AskState.GIVEN ? asks.takenFrom(ask) : null,
        ask.clock() == null ? null : ClockView.of(ask.clock()),
        settings.mostBytes().toBytes(),
        settings.mostFiles(),
        uploads.list(ask).stream().map(file -> FileView.of(file, uploads.received(file))).toList());
  }

  @Configuration(proxyBeanMethods = false)
  static class Paths {
    @Bean
    OpenPath ownersPathIsOpen() {
      return new OpenPath("/api/owner/**");
    }
  }
}
