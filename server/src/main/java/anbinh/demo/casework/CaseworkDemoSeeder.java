package anbinh.demo.casework;

import anbinh.cameras.Camera;
import anbinh.demo.Script;
import anbinh.evidence.collect.footage.FootageSource;
import anbinh.evidence.handover.HandoverTable;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestTable;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.recording.Span;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Makes what a sealed package needs to be handed over in a demonstration, as soon as half a minute
/// is recorded: a duty officer and an investigator watch it, the investigator opens a case and asks
/// for it, an approver grants it, and the package goes to the investigator's colleague, who has
/// still to confirm it. What each of them does is an entry of the log, from which the weekly sample
/// is drawn.
///
/// It works on a thread of its own. A start after one that was broken off goes on where that was.
@Component
@OnlyWhenServing
public class CaseworkDemoSeeder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaseworkDemoSeeder.class);

  private static final String OFFICER = "trucban";
  private static final String REQUESTER = "dieutra2";
  private static final String APPROVER = "pheduyet";
  private static final String RECEIVER = "dieutra";

  private static final String MARK = " (mô phỏng)";
  private static final String TITLE = "Va quệt xe máy ở ngã tư Lý Thường Kiệt" + MARK;
  private static final String NECESSITY =
      "Hai bên khai khác nhau về đèn tín hiệu; chỉ camera này nhìn thấy cả ngã tư lúc va quệt."
          + MARK;

  private static final Duration FOOTAGE = Duration.ofSeconds(30);

  /// After a recording begins, so that the span has a picture from its first instant on.
  private static final Duration LEAD = Duration.ofSeconds(5);

  private static final Duration LOOK_BACK = Duration.ofMinutes(10);
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final int MAX_REQUESTS = 200;

  private final Site site;
  private final OwnServer server;
  private final People people;
  private final FootageSource footage;
  private final Requests requests;
  private final RequestTable table;
  private final HandoverTable handovers;
  private final InstantSource clock;
  private volatile @Nullable Thread working;
  private volatile boolean stopping;

  CaseworkDemoSeeder(
      Site site,
      OwnServer server,
      People people,
      FootageSource footage,
      Requests requests,
      RequestTable table,
      HandoverTable handovers,
      InstantSource clock) {
    this.site = site;
    this.server = server;
    this.people = people;
    this.footage = footage;
    this.requests = requests;
    this.table = table;
    this.handovers = handovers;
    this.clock = clock;
  }

  /// Begins, and makes what is missing.
  ///
  /// @param camera a simulated one at the crossroads
  public void begin(Camera camera) {
    working = Thread.ofVirtual().name("casework").start(() -> makeOrSay(camera));
  }

  private void makeOrSay(Camera camera) {
    try {
      make(camera);
    } catch (IOException | RuntimeException failure) {
      if (!stopping) {
        LOG.warn("no package could be handed over; the next start goes on with it", failure);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void make(Camera camera) throws IOException, InterruptedException {
    site.requireDemonstration();
    Optional<URI> address = server.find();
    Person requester = people.find(REQUESTER).orElseThrow();
    Person receiver = people.find(RECEIVER).orElseThrow();
    if (address.isEmpty() || !handovers.listTo(receiver.id(), null, 1).isEmpty()) {
      return;
    }
    URI here = address.get();
    Optional<EvidenceRequest> made = find(requester);
    UUID request = made.isPresent() ? made.get().id() : request(here, camera);
    EvidenceRequest asked = requests.get(request);
    if (asked.state().name() == StateName.REQUESTED) {
      awaitFile(asked.asked());
      approve(here, request);
    }
    if (awaitSealed(request)) {
      handOver(here, request, receiver);
      LOG.info("demonstration: a package is handed over to {}", RECEIVER);
    }
  }

  private Optional<EvidenceRequest> find(Person requester) {
    var none = new AreaScope.Within(Set.of());
    return table
        .list(new RequestTable.Filter(requester.id(), none, null, none), null, null, MAX_REQUESTS)
        .stream()
        .filter(each -> each.application().necessity().equals(NECESSITY))
        .findFirst();
  }

  private UUID request(URI here, Camera camera) throws IOException, InterruptedException {
    Span span = awaitFootage(camera);
    String times = "from=" + span.from() + "&to=" + span.to();
    String video = "api/cameras/" + camera.id() + "/video.mp4?" + times;
    Camera.Place place = camera.place();
    try (DemoSession officer = signIn(here, OFFICER)) {
      if (place != null) {
        var _ =
            officer.get(
                "api/cameras/candidates?latitude=%s&longitude=%s&%s"
                    .formatted(place.latitude(), place.longitude(), times));
      }
      var _ = officer.read(video);
    }
    try (DemoSession investigator = signIn(here, REQUESTER)) {
      var _ = investigator.read(video);
      String caseId = caseId(investigator, camera, span);
      return id(
          investigator.post(
              "api/requests",
              Map.of(
                  "caseId",
                  caseId,
                  "cameraIds",
                  List.of(camera.id()),
                  "from",
                  span.from().toString(),
                  "to",
                  span.to().toString(),
                  "purpose",
                  "ESTABLISH_FACTS",
                  "legalBasis",
                  "CPC_2015_ART_99",
                  "offence",
                  "TRAFFIC_COLLISION",
                  "necessity",
                  NECESSITY,
                  "urgent",
                  false)));
    }
  }

  /// The latest half minute that is recorded without a gap.
  private Span awaitFootage(Camera camera) throws InterruptedException {
    while (true) {
      var asked = new Span(clock.instant().minus(LOOK_BACK), clock.instant());
      List<Span> recorded = footage.coverage(camera.id(), asked).recorded();
      if (!recorded.isEmpty()
          && recorded.getLast().length().compareTo(FOOTAGE.plus(LEAD).plus(LEAD)) > 0) {
        var to = recorded.getLast().to().minus(LEAD).truncatedTo(ChronoUnit.SECONDS);
        return new Span(to.minus(FOOTAGE), to);
      }
      Thread.sleep(POLL);
    }
  }

  /// The case, which an earlier start may have opened.
  private static String caseId(DemoSession investigator, Camera camera, Span span)
      throws IOException, InterruptedException {
    for (JsonNode each :
        investigator.get("api/cases?own=true&state=OPEN&limit=200").path("items")) {
      if (each.path("title").asString("").equals(TITLE)) {
        return each.path("id").asString();
      }
    }
    Map<String, Object> opened = new HashMap<>();
    opened.put("title", TITLE);
    opened.put("type", "TRAFFIC");
    opened.put("occurredFrom", span.from().toString());
    opened.put("occurredTo", span.to().toString());
    opened.put("areaId", camera.areaId());
    opened.put("place", "Ngã tư Lý Thường Kiệt");
    opened.put("description", "Hai xe máy va quệt khi qua ngã tư, không ai bị thương." + MARK);
    Camera.Place place = camera.place();
    if (place != null) {
      opened.put("point", Map.of("latitude", place.latitude(), "longitude", place.longitude()));
    }
    return id(investigator.post("api/cases", opened)).toString();
  }

  /// Waits until the footage is in files that are written to their end: then their entries come
  /// into the log before that of the decision, and the collector finds them there.
  private void awaitFile(Grant asked) throws InterruptedException {
    var span = new Span(asked.from(), asked.to());
    while (!asked.cameraIds().stream().allMatch(each -> footage.isComplete(each, span))) {
      Thread.sleep(POLL);
    }
  }

  private void approve(URI here, UUID request) throws IOException, InterruptedException {
    try (DemoSession approver = signIn(here, APPROVER)) {
      var _ = approver.get("api/requests/" + request);
      var _ =
          approver.post(
              "api/requests/" + request + "/decision",
              Map.of("outcome", "APPROVE", "reason", "Phù hợp với vụ việc." + MARK));
    }
  }

  /// Whether there is a package in the end.
  private boolean awaitSealed(UUID request) throws InterruptedException {
    while (true) {
      switch (requests.get(request).state().name()) {
        case SEALED, DELIVERED, OUTCOME -> {
          return true;
        }
        case REFUSED, CANCELLED, EXPIRED, UNAVAILABLE -> {
          return false;
        }
        case REQUESTED, APPROVED, COLLECTING -> Thread.sleep(POLL);
      }
    }
  }

  private void handOver(URI here, UUID request, Person receiver)
      throws IOException, InterruptedException {
    try (DemoSession investigator = signIn(here, REQUESTER)) {
      var _ = investigator.read("api/requests/" + request + "/package.zip");
      var _ =
          investigator.post(
              "api/requests/" + request + "/handovers",
              Map.of("recipientId", receiver.id(), "medium", "DOWNLOAD"));
    }
  }

  private static DemoSession signIn(URI here, String username)
      throws IOException, InterruptedException {
    return DemoSession.signIn(here, username, Script.get().password());
  }

  private static UUID id(JsonNode made) {
    return UUID.fromString(made.path("id").asString());
  }

  /// Waits until what was begun has ended.
  void finish() throws InterruptedException {
    Thread thread = working;
    if (thread != null) {
      thread.join();
    }
  }

  /// Leaves the rest to the next start.
  @Override
  public void close() {
    stopping = true;
    Thread thread = working;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
