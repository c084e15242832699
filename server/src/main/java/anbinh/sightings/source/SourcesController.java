package anbinh.sightings.source;

import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
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
  private final SourceActivities activities;
  private final People people;
  private final Access access;
  private final Messages messages;

  SourcesController(
      SightingSources sources,
      SourceActivities activities,
      People people,
      Access access,
      Messages messages) {
    this.sources = sources;
    this.activities = activities;
    this.people = people;
    this.access = access;
    this.messages = messages;
  }

  record NewSource(@NotBlank @Size(max = 100) String name) {}

  /// @param addedBy null for those that come with the program
  /// @param connections none where the source connects to the server, or nothing is set up
  /// @param lastReceivedAt when something came last since the server started
  /// @param refusedCount how many passes were refused since then
  /// @param passedOverCount how much it told since then that is of no vehicle, such as motion
  /// @param refusals why, the latest first
  record SourceView(
      UUID id,
      SightingSource.Kind kind,
      String name,
      @Nullable PersonName addedBy,
      Instant addedAt,
      @Nullable Instant revokedAt,
      List<SourceConnection> connections,
      @Nullable Instant lastReceivedAt,
      long refusedCount,
      long passedOverCount,
      List<RefusalView> refusals) {
    SourceView {
      connections = List.copyOf(connections);
      refusals = List.copyOf(refusals);
    }
  }

  /// @param camera as the source calls it; empty where it does not say
  /// @param field empty where the whole is none
  record RefusalView(
      String camera, String field, String code, String message, long count, Instant lastAt) {}

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
    return found.stream().map(each -> view(each, names)).toList();
  }

  private SourceView view(SightingSource source, Map<UUID, String> names) {
    SourceActivity.Snapshot activity = activities.of(source.id()).snapshot();
    return new SourceView(
        source.id(),
        source.kind(),
        source.name(),
        personName(source.addedBy(), names),
        source.addedAt(),
        source.revokedAt(),
        activity.connections(),
        activity.lastReceivedAt(),
        activity.refusedCount(),
        activity.passedOverCount(),
        activity.refusals().stream().map(this::view).toList());
  }

  private RefusalView view(SourceActivity.Refusal refusal) {
    FieldProblem problem = refusal.problem();
    return new RefusalView(
        refusal.camera(),
        problem.field(),
        problem.code(),
        messages.text("field." + problem.code(), problem.arguments().toArray()),
        refusal.count(),
        refusal.lastAt());
  }

  private static @Nullable PersonName personName(@Nullable UUID id, Map<UUID, String> names) {
    return id == null ? null : PersonName.of(id, names);
  }
}
