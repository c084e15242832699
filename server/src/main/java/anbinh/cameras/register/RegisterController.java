package anbinh.cameras.register;

import static anbinh.cameras.register.CameraController.READERS;

import anbinh.areas.Bounds;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.NewCommunityCamera;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.owner.Owners;
import anbinh.cameras.store.CameraFilter;
import anbinh.cameras.store.CameraTable;
import anbinh.cameras.store.CameraTable.CameraCell;
import anbinh.identity.AreaTree;
import anbinh.identity.Person;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The paths of the register: all cameras, connected ones and those of the community.
@RestController
@RequestMapping("/api/cameras")
class RegisterController {
  /// Across and up a map, at most.
  private static final int CELLS = 24;

  /// About ten metres.
  private static final double MIN_CELL = 0.0001;

  private final CameraTable table;
  private final Owners owners;
  private final AreaTree areas;
  private final Access access;
  private final CameraResponseMapper views;

  RegisterController(
      CameraTable table, Owners owners, AreaTree areas, Access access, CameraResponseMapper views) {
    this.table = table;
    this.owners = owners;
    this.areas = areas;
    this.access = access;
    this.views = views;
  }

  /// The consents that a list can be narrowed to.
  enum ConsentFilter {
    NONE,
    GIVEN,
    WITHDRAWN
  }

  /// In the order of their codes. Each word of `q` is sought in code, name, reference and the name
  /// of the area; `areaId` has all below it.
  @GetMapping("/register")
  Page<CameraView> list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable CameraKind kind,
      @RequestParam @Nullable OwnerKind ownerKind,
      @RequestParam @Nullable ConsentFilter consent,
      @RequestParam @Nullable Boolean placed,
      @RequestParam @Nullable Boolean signed,
      @RequestParam(defaultValue = "false") boolean retired,
      @RequestParam @Nullable UUID areaId,
      PageRequest page) {
    Person person = access.require(READERS);
    return views.page(
        new CameraFilter()
            .within(views.within(person))
            .within(areaId == null ? null : areas.below(areaId))
            .kind(kind)
            .owner(ownerKind)
            .consent(consent == null ? null : Consent.State.valueOf(consent.name()))
            .placed(placed)
            .signed(signed)
            .retired(retired)
            .sought(SearchTerms.parse(q), areas),
        page,
        person);
  }

  /// The cameras that [#list] has, those of one place as one, so that a map of all of them is a few
  /// hundred things. Cells stay where they are while a map moves.
  ///
  /// @param south of what the map shows, as are the others; where one is missing, all is shown
  @GetMapping("/register/map")
  Page<CameraCell> map(
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable CameraKind kind,
      @RequestParam @Nullable ConsentFilter consent,
      @RequestParam @Nullable Boolean signed,
      @RequestParam @Nullable UUID areaId,
      @RequestParam @Nullable Double south,
      @RequestParam @Nullable Double west,
      @RequestParam @Nullable Double north,
      @RequestParam @Nullable Double east) {
    Person person = access.require(READERS);
    CameraFilter filter =
        new CameraFilter()
            .within(views.within(person))
            .within(areaId == null ? null : areas.below(areaId))
            .kind(kind)
            .consent(consent == null ? null : Consent.State.valueOf(consent.name()))
            .signed(signed)
            .placed(true)
            .retired(false)
            .sought(SearchTerms.parse(q), areas);
    if (south == null || west == null || north == null || east == null) {
      return Page.all(
          table.findExtent(filter).map(all -> table.cells(filter, degrees(all))).orElse(List.of()));
    }
    if (!(south < north && west < east)) {
      throw Problem.invalid("north", "map-bounds");
    }
    var shown = new Bounds(south, west, north, east);
    return Page.all(table.cells(filter.between(shown), degrees(shown)));
  }

  /// A power of two, so that cells of one zoom are those of another, divided.
  private static double degrees(Bounds of) {
    double span = Math.max(of.north() - of.south(), of.east() - of.west());
    return Math.max(MIN_CELL, Math.pow(2, Math.ceil(Math.log(span / CELLS) / Math.log(2))));
  }

  @GetMapping("/register/figures")
  CameraTable.Figures figures() {
    return table.figures(views.within(access.require(READERS)));
  }

  @PostMapping("/community")
  @ResponseStatus(HttpStatus.CREATED)
  CameraView add(@Valid @RequestBody Registration body) {
    Person person = views.requireAdministrator(body.areaId());
    ConsentBody consent = body.consent();
    Camera camera =
        owners.register(
            new NewCommunityCamera(
                body.name(),
                body.areaId(),
                body.reference(),
                body.ownerKind(),
                body.keepDays(),
                PlaceBody.place(body.place()),
                false),
            body.contact(),
            consent == null ? null : consent.statement(),
            person.actor());
    return views.of(camera, person);
  }

  /// @param keepDays how long its own recorder keeps footage
  record Registration(
      @NotBlank @Size(max = 120) String name,
      @NotNull UUID areaId,
      @Nullable @Size(min = 1, max = 60) String reference,
      @NotNull OwnerKind ownerKind,
      @NotNull @Min(1) @Max(3650) Integer keepDays,
      @Valid @Nullable PlaceBody place,
      @Valid @Nullable OwnerContact contact,
      @Valid @Nullable ConsentBody consent) {
    @Override
    public String toString() {
      return "Registration[name=" + name + "]";
    }
  }

  record ConsentBody(
      @NotNull ConsentStatement.Form form,
      @NotNull LocalDate on,
      @Nullable LocalDate until,
      @Nullable @Size(max = 200) String document) {
    ConsentStatement.New statement() {
      return new ConsentStatement.New(ConsentStatement.What.GIVEN, form, on, until, document);
    }
  }
}
