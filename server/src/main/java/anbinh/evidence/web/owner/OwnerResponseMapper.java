package anbinh.evidence.web.owner;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.cases.store.Cases;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.owner.OwnerSettings;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.upload.Uploads;
import anbinh.evidence.web.owner.OwnerView.ClockView;
import anbinh.evidence.web.owner.OwnerView.FileView;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Puts together what an owner learns, the same on the page and on paper. Safe for many threads.
@Component
class OwnerResponseMapper {
  private final OwnerRequests ownerRequests;
  private final Uploads uploads;
  private final OwnerSettings settings;
  private final Requests requests;
  private final Cases cases;
  private final Cameras cameras;
  private final Areas areas;
  private final Messages messages;
  private final Site site;

  OwnerResponseMapper(
      OwnerRequests ownerRequests,
      Uploads uploads,
      OwnerSettings settings,
      Requests requests,
      Cases cases,
      Cameras cameras,
      Areas areas,
      Messages messages,
      Site site) {
    this.ownerRequests = ownerRequests;
    this.uploads = uploads;
    this.settings = settings;
    this.requests = requests;
    this.cases = cases;
    this.cameras = cameras;
    this.areas = areas;
    this.messages = messages;
    this.site = site;
  }

  OwnerView view(OwnerRequest ask, Locale language) {
    EvidenceRequest request = requests.get(ask.requestId());
    Grant grant = request.findGrant().orElseThrow();
    Camera camera = cameras.get(ask.cameraId());
    String basis = "evidence.basis." + request.application().legalBasis().name();
    return new OwnerView(
        site.name(),
        site.zone().getId(),
        requests.now(),
        site.demonstration(),
        areas.findOffice(request.areaId()).map(Area::name).orElse(""),
        settings.phone(),
        request.code(),
        cases.get(request.application().caseId()).code(),
        messages.find(basis, language).orElse(basis),
        messages.find(basis + ".article", language).orElse(""),
        camera.code(),
        camera.name(),
        grant.from(),
        grant.to(),
        ask.openUntil(),
        ask.state(),
        ask.state() == OwnerRequestState.GIVEN ? ask.endedAt() : null,
        ask.revocable() ? ownerRequests.takenFrom(ask) : null,
        ownerRequests.receiptUntil(ask),
        ask.clock() == null ? null : ClockView.of(ask.clock()),
        settings.mostBytes().toBytes(),
        settings.mostFiles(),
        uploads.list(ask).stream().map(file -> FileView.of(file, uploads.received(file))).toList());
  }
}
