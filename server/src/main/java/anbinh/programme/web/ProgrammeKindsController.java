package anbinh.programme.web;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.programme.kind.KindTexts;
import anbinh.programme.kind.ProgrammeKind;
import anbinh.programme.kind.ProgrammeKind.KindText;
import anbinh.programme.kind.ProgrammeKinds;
import anbinh.programme.kind.ProgrammeKinds.KindForm;
import anbinh.programme.kind.ProgrammeKinds.KindRevision;
import anbinh.programme.web.ProgrammeView.ProgrammeKindView;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/programme-kinds`: the catalogue; an officer adds free kinds, and revises those of their
/// own area.
@RestController
@RequestMapping("/api/programme-kinds")
class ProgrammeKindsController {
  private static final Role[] READERS =
      Stream.concat(Stream.of(ProgrammeAccess.READERS), Stream.of(Role.ANALYST))
          .toArray(Role[]::new);

  private final ProgrammeKinds kinds;
  private final KindTexts texts;
  private final Access access;
  private final Areas areas;

  ProgrammeKindsController(ProgrammeKinds kinds, KindTexts texts, Access access, Areas areas) {
    this.kinds = kinds;
    this.texts = texts;
    this.access = access;
    this.areas = areas;
  }

  /// Those that come with the system first, in the reader's language.
  @GetMapping
  Page<ProgrammeKindView> list(PageRequest page) {
    Person reader = access.require(READERS);
    Page<ProgrammeKind> cut =
        Page.read(
            page,
            Page.byId(ProgrammeKind::id),
            rows ->
                kinds.list(page.key(0, UUID::fromString).map(UUID::toString).orElse(null), rows));
    return cut.with(views(cut.items(), reader));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ProgrammeKindView add(@Valid @RequestBody KindForm requested) {
    Person by = access.require(Role.COMMUNITY_OFFICER);
    return view(kinds.add(requested, by), by);
  }

  @PostMapping("/{id}/versions")
  @ResponseStatus(HttpStatus.CREATED)
  ProgrammeKindView revise(@PathVariable UUID id, @Valid @RequestBody KindRevision requested) {
    access.require(Role.COMMUNITY_OFFICER);
    ProgrammeKind kind = kinds.get(id);
    Person by =
        kind.builtIn()
            ? access.require(Role.COMMUNITY_OFFICER)
            : access.require(kind.areaId(), Role.COMMUNITY_OFFICER);
    return view(kinds.revise(id, requested, by), by);
  }

  private ProgrammeKindView view(ProgrammeKind kind, Person reader) {
    return views(List.of(kind), reader).getFirst();
  }

  private List<ProgrammeKindView> views(List<ProgrammeKind> some, Person reader) {
    Map<UUID, String> names = areas.names(Ids.of(some, ProgrammeKind::areaId));
    return some.stream()
        .map(each -> {
          KindText text = texts.text(each);
          return new ProgrammeKindView(
              each.id(),
              each.code(),
              each.builtIn(),
              each.version(),
              text.name(),
              text.goal(),
              text.rules(),
              text.criteria(),
              each.partners(),
              each.indicators(),
              each.areaId() == null ? null : names.get(each.areaId()),
              !each.builtIn() && access.may(reader, each.areaId(), Role.COMMUNITY_OFFICER));
        })
        .toList();
  }
}
