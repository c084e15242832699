package anbinh.evidence.message;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.evidence.owner.LinkSecret;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.owner.OwnerSettings;
import anbinh.evidence.owner.OwnersAddress;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Writes letters in the owner's language. They say who asks for what, until when, and the right to
/// refuse; of the case they say less than the page behind the link does. Safe for many threads.
@Component
class Letters {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu", Locale.ROOT);
  private static final String KEY = "evidence.message.";

  private final Requests requests;
  private final Cameras cameras;
  private final Areas areas;
  private final OwnerSettings settings;
  private final OwnersAddress address;
  private final Messages messages;
  private final Site site;

  Letters(
      Requests requests,
      Cameras cameras,
      Areas areas,
      OwnerSettings settings,
      OwnersAddress address,
      Messages messages,
      Site site) {
    this.requests = requests;
    this.cameras = cameras;
    this.areas = areas;
    this.settings = settings;
    this.address = address;
    this.messages = messages;
    this.site = site;
  }

  Letter write(Message message, Content content, OwnerRequest ask) {
    EvidenceRequest request = requests.get(message.requestId());
    Camera camera = cameras.get(message.cameraId());
    Grant grant = request.findGrant().orElseThrow();
    Optional<String> link =
        Optional.ofNullable(content.secret()).flatMap(LinkSecret::find).flatMap(address::find);
    Instant deadline =
        message.kind() == MessageKind.FOOTAGE_ENDING
            ? OwnerRequests.goneAt(camera, grant.to())
            : ask.openUntil();
    Object[] facts = {
      areas.findOffice(request.areaId()).map(Area::name).orElse(site.name()),
      camera.name(),
      time(grant.from()),
      time(grant.to()),
      time(deadline),
      link.orElse(""),
      request.code()
    };
    String key = KEY + message.kind() + ".";
    return new Letter(
        message.id(),
        message.kind(),
        content.to(),
        message.language(),
        find(key + "subject", message.language(), facts),
        text(key + message.channel(), message.language(), facts),
        link.map(URI::create).orElse(null),
        ask.openUntil());
  }

  private String text(String key, Locale language, Object... facts) {
    var text = new StringBuilder();
    if (site.demonstration()) {
      text.append(find(KEY + "demonstration", language)).append('\n');
    }
    text.append(find(key, language, facts));
    if (settings.phone() != null) {
      text.append('\n').append(find(KEY + "phone", language, settings.phone()));
    }
    return text.toString();
  }

  private String find(String key, Locale language, Object... facts) {
    return messages.find(key, language, facts).orElse(key);
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(site.zone()));
  }
}
