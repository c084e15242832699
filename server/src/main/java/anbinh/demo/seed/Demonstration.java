package anbinh.demo.seed;

import anbinh.areas.Area;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraChange;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.NewCamera;
import anbinh.cameras.NewCommunityCamera;
import anbinh.cameras.owner.Owners;
import anbinh.cameras.store.Cameras;
import anbinh.demo.DemoSettings;
import anbinh.demo.Script;
import anbinh.demo.Script.AreaLine;
import anbinh.demo.Script.NeighbourLine;
import anbinh.demo.Script.PersonLine;
import anbinh.demo.Script.SceneLine;
import anbinh.demo.casework.CaseworkDemoSeeder;
import anbinh.demo.province.ProvinceDemonstration;
import anbinh.demo.scene.SceneProcess;
import anbinh.demo.town.TownDemoSeeder;
import anbinh.identity.NewPerson;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.media.ingest.CameraAddress;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.StartFailure;
import anbinh.sightings.analysis.AnalysisSwitches;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sets the demonstration up when the server is ready: makes what is missing of its areas, people
/// and cameras, and starts the process that simulates the cameras.
@Component
@OnlyWhenServing
class Demonstration implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
  private static final int KEEP_DAYS = 3;
  private static final LocalDate STATED_ON = LocalDate.of(2025, 1, 2);

  private final Site site;
  private final DemoSettings settings;

  /// When the districts ended, so that there were units last year too.
  private static final LocalDate AREAS_FROM = LocalDate.of(2025, 7, 1);

  private final Areas areas;
  private final People people;
  private final Cameras cameras;
  private final Owners owners;
  private final TeamDemoSeeder teams;
  private final ProgrammeDemoSeeder programmes;
  private final TeamworkDemoSeeder work;
  private final CampaignDemoSeeder campaigns;
  private final StandardDemoSeeder standard;
  private final SceneProcess scenes;
  private final MediationDemoSeeder mediations;
  private final MeasureDemoSeeder measures;
  private final SituationDemoSeeder situations;
  private final ProvinceDemonstration province;
  private final AnalysisSwitches analysis;
  private final TownDemoSeeder town;
  private final CaseworkDemoSeeder casework;

  Demonstration(
      Site site,
      DemoSettings settings,
      Areas areas,
      People people,
      Cameras cameras,
      Owners owners,
      TeamDemoSeeder teams,
      ProgrammeDemoSeeder programmes,
      TeamworkDemoSeeder work,
      CampaignDemoSeeder campaigns,
      StandardDemoSeeder standard,
      SceneProcess scenes,
      MediationDemoSeeder mediations,
      MeasureDemoSeeder measures,
      SituationDemoSeeder situations,
      ProvinceDemonstration province,
      AnalysisSwitches analysis,
      TownDemoSeeder town,
      CaseworkDemoSeeder casework) {
    this.casework = casework;
    this.town = town;
    this.analysis = analysis;
    this.province = province;
    this.site = site;
    this.settings = settings;
    this.areas = areas;
    this.people = people;
    this.cameras = cameras;
    this.owners = owners;
    this.teams = teams;
    this.programmes = programmes;
    this.work = work;
    this.campaigns = campaigns;
    this.standard = standard;
    this.scenes = scenes;
    this.mediations = mediations;
    this.measures = measures;
    this.situations = situations;
  }

  @EventListener(ApplicationReadyEvent.class)
  void setUp() throws IOException, InterruptedException {
    if (!site.demonstration()) {
      return;
    }
    Script.get().areas().forEach(this::makeArea);
    town.makeTown();
    Script.get().people().forEach(this::makePerson);
    makeTeamAndProgramme();
    makeMediations();
    makeMeasures();
    makeSituations();
    makeStandard();
    province.begin();
    if (settings.cameras()) {
      makeCameras();
    }
  }

  private void makeCameras() throws IOException, InterruptedException {
    OptionalInt started = scenes.start();
    if (started.isEmpty()) {
      return;
    }
    int port = started.getAsInt();
    for (SceneLine scene : Script.get().scenes()) {
      makeCamera(
          scene.name(),
          scene.area(),
          "rtsp://127.0.0.1:" + port + "/" + scene.path(),
          true,
          scene.place(),
          scene.analysed());
    }
    Script.get().neighbours().forEach(this::makeNeighbour);
    String area = Script.get().scenes().getFirst().area();
    if (settings.video() != null) {
      makeCamera(
          settings.video().getFileName().toString(),
          area,
          "rtsp://127.0.0.1:" + port + "/video",
          true,
          null,
          true);
    }
    if (settings.camera() != null) {
      makeGivenCamera(settings.camera(), area);
    }
    beginCasework();
    LOG.info(
        "demonstration: {} simulated cameras; the first page says who can sign in",
        Script.get().scenes().size());
  }

  /// Before the camera at the crossroads.
  private void beginCasework() {
    String name =
        Script.get().scenes().stream()
            .filter(scene -> scene.path().equals("crossroads"))
            .findFirst()
            .orElseThrow()
            .name();
    cameras.listConnected().stream()
        .filter(camera -> camera.simulated() && !camera.retired() && camera.name().equals(name))
        .findFirst()
        .ifPresent(casework::begin);
  }

  private void makeArea(AreaLine line) {
    if (areas.find(line.code()).isEmpty()) {
      areas.create(
          new NewArea(
              line.code(),
              line.name(),
              line.kind(),
              line.parent() == null ? null : areaId(line.parent())),
          AREAS_FROM,
          null);
    }
  }

  private void makePerson(PersonLine line) {
    String area = line.area();
    if (people.find(line.username()).isEmpty()) {
      people.create(
          new NewPerson(
              line.username(),
              line.displayName(),
              Script.get().password(),
              line.roles(),
              area == null ? null : areaId(area),
              false),
          null);
    }
  }

  private void makeTeamAndProgramme() {
    Optional<Person> officer = people.find("diaban");
    Optional<Person> chair = people.find("chutich");
    Optional<UUID> commune = officer.map(Person::areaId);
    Optional<UUID> village = people.find("totruong").map(Person::areaId);
    if (chair.isPresent() && commune.isPresent() && village.isPresent()) {
      teams.make(commune.get(), village.get(), officer.get(), chair.get());
      programmes.make(commune.get(), village.get(), officer.get(), chair.get());
      work.make(commune.get(), village.get(), officer.get());
      people
          .find("mattran")
          .ifPresent(partner -> campaigns.make(commune.get(), partner, chair.get()));
    }
  }

  /// In the village of the one who mediates.
  private void makeMediations() {
    Person mediator = people.find("hoagiai").orElseThrow();
    UUID village = mediator.areaId();
    if (village != null) {
      mediations.make(
          village,
          people.find("mattran").orElseThrow(),
          people.find("chutich").orElseThrow(),
          mediator);
    }
  }

  /// In the village of the one who leads its team, who helps.
  private void makeMeasures() {
    Person leader = people.find("totruong").orElseThrow();
    UUID village = leader.areaId();
    if (village != null) {
      measures.make(
          village,
          people.find("diaban").orElseThrow(),
          people.find("chutich").orElseThrow(),
          leader);
    }
  }

  /// In the village of the one who leads its team.
  private void makeSituations() {
    Person officer = people.find("diaban").orElseThrow();
    Person leader = people.find("totruong").orElseThrow();
    UUID commune = officer.areaId();
    UUID village = leader.areaId();
    if (commune != null && village != null) {
      situations.make(commune, village, leader, officer);
    }
  }

  private void makeStandard() {
    standard.make(
        areas.find("14797-001").orElseThrow(),
        areas.find("14797-002").orElseThrow(),
        people.find("truongthon").orElseThrow(),
        people.find("diaban").orElseThrow(),
        people.find("chutich").orElseThrow());
  }

  /// Its name is its address without credentials, so that another address is another camera.
  private void makeGivenCamera(String address, String area) {
    String name = CameraAddress.of(address).uri().replaceFirst("(?i)^rtsp://", "");
    try {
      makeCamera(name, area, address, false, null, false);
    } catch (Problem notAnAddress) {
      throw new StartFailure(
          "the camera's address is not understood",
          "Write it as rtsp://user:password@10.0.0.7:554/stream. In the password write %40 for @,"
              + " %3A for :, %2F for /, %23 for #, %25 for %.",
          notAnAddress);
    }
  }

  /// Adds a camera, whose footage is analysed from then on if that is asked for, or gives one of
  /// the same name its present address: the simulator's port is another one each time.
  private void makeCamera(
      String name,
      String area,
      String address,
      boolean simulated,
      Camera.@Nullable Place place,
      boolean analysed) {
    cameras.listConnected().stream()
        .filter(camera -> camera.name().equals(name) && !camera.retired())
        .findFirst()
        .ifPresentOrElse(
            camera -> cameras.change(camera.id(), CameraChange.ofAddress(address), null),
            () -> {
              Camera camera =
                  cameras.add(
                      new NewCamera(
                          name,
                          areaId(area),
                          address,
                          null,
                          null,
                          true,
                          KEEP_DAYS,
                          place,
                          simulated),
                      null);
              if (analysed) {
                analysis.change(camera.id(), true, null);
              }
            });
  }

  private void makeNeighbour(NeighbourLine line) {
    UUID area = areaId(line.area());
    if (cameras.isReferenceTaken(area, line.reference())) {
      return;
    }
    Camera camera =
        owners.register(
            new NewCommunityCamera(
                line.name(),
                area,
                line.reference(),
                line.ownerKind(),
                line.keepDays(),
                line.place(),
                true),
            Script.get().neighboursContact(),
            null,
            null);
    for (ConsentStatement.What what : line.consent()) {
      var _ =
          owners.state(
              camera.id(),
              new ConsentStatement.New(what, ConsentStatement.Form.PAPER, STATED_ON, null, null),
              null);
    }
  }

  private UUID areaId(String code) {
    return areas
        .find(code)
        .map(Area::id)
        .orElseThrow(() -> new IllegalStateException("the demonstration has no area " + code));
  }

  @Override
  public void close() {
    scenes.close();
  }
}
