package anbinh.sightings.source;

import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/sighting-sources`: administrators of the whole site say which systems may send sightings.
@RestController
@RequestMapping("/api/sighting-sources")
class SourcesController {
  private final SightingSources sources;
  private final People people;
  private final Access access;

  SourcesController(SightingSources sources, People people, Access access) {
    this.sources = sources;
    this.people = people;
    this.access = access;
  }

  record NewSource(@NotBlank @Size(max = 100) String name) {}

  /// @param addedBy null for the built-in analyser
  record SourceView(
      UUID id,
      SightingSource.Kind kind,
      String name,
      @Nullable PersonName addedBy,
      Instant addedAt,
      @Nullable Instant revokedAt) {}

  /// @param key to be shown in each call; it is told this once
  record AddedView(SourceView source, String key) {}

  @GetMapping
  Page<SourceView> list() {
    require();
    return Page.all(views(sources.list()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AddedView add(@Valid @RequestBody NewSource requested) {
    Person by = require();
    access.requireConfirmed();
    SightingSources.Added added = sources.add(requested.name().strip(), by);
    return new AddedView(view(added.source()), added.key());
  }

  @PostMapping("/{id}/revocation")
  SourceView revoke(@PathVariable UUID id) {
    Person by = require();
    return view(sources.revoke(id, by));
  }

  private Person require() {
    access.require(Role.ADMINISTRATOR);
    return access.require((UUID) null, Role.ADMINISTRATOR);
  }

  private SourceView view(SightingSource source) {
    return views(List.of(source)).getFirst();
  }

  private List<SourceView> views(List<SightingSource> found) {
    Map<UUID, String> names = people.displayNames(Ids.of(found, SightingSource::addedBy));
    return found.stream()
        .map(each ->
            new SourceView(
                each.id(),
                each.kind(),
                each.name(),
                personName(each.addedBy(), names),
                each.addedAt(),
                each.revokedAt()))
        .toList();
  }

  private static @Nullable PersonName personName(@Nullable UUID id, Map<UUID, String> names) {
    return id == null ? null : PersonName.of(id, names);
  }
}
