package anbinh.areas.change;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.change.AreaChanges.Ending;
import anbinh.areas.change.AreaChanges.Move;
import anbinh.areas.change.AreaChanges.Successor;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which units change, today or on a day to come; an administrator of the unit above
/// does it.
@RestController
@RequestMapping("/api/areas")
class ChangeController {
  private final PlannedChanges changes;
  private final Access access;

  ChangeController(PlannedChanges changes, Access access) {
    this.changes = changes;
    this.access = access;
  }

  record AreaRenaming(
      @NotBlank @Size(max = 200) String name,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 500) String reason) {}

  @PostMapping("/{id}/names")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void rename(@PathVariable UUID id, @Valid @RequestBody AreaRenaming body) {
    access.require(Role.ADMINISTRATOR);
    Person person = above(id);
    changes.rename(id, body.name(), body.on(), body.reason(), person.actor());
  }

  /// @param areaId of a unit that there is; a new one has the rest
  record SuccessorBody(
      @Nullable UUID areaId,
      @Nullable @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,31}") String code,
      @Nullable @Size(max = 200) String name,
      @Nullable AreaKind kind) {}

  /// @param successor its place in the list of successors, from 0
  record MoveBody(@NotNull UUID areaId, @NotNull @Min(0) @Max(19) Integer successor) {}

  /// @param on the first day on which the units are no more
  /// @param moves of what lies in them; may be left out where one unit takes over
  record EndingBody(
      @NotNull @Size(min = 1, max = 50) List<@NotNull UUID> areaIds,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 500) String reason,
      @Nullable @Size(max = 20) List<@NotNull @Valid SuccessorBody> successors,
      @Nullable @Size(max = 1000) List<@NotNull @Valid MoveBody> moves) {}

  @PostMapping("/closures")
  Page<Area> end(@Valid @RequestBody EndingBody body) {
    Person person = access.require(Role.ADMINISTRATOR);
    body.areaIds().forEach(this::above);
    List<SuccessorBody> successors = body.successors() == null ? List.of() : body.successors();
    List<MoveBody> moves = body.moves() == null ? List.of() : body.moves();
    return Page.all(
        changes.end(
            new Ending(
                body.areaIds(),
                body.on(),
                body.reason(),
                successors.stream()
                    .map(
                        each -> new Successor(each.areaId(), each.code(), each.name(), each.kind()))
                    .toList(),
                moves.stream().map(each -> new Move(each.areaId(), each.successor())).toList()),
            person.actor()));
  }

  /// Requires an administrator of the unit above, as adding one below it does.
  private Person above(UUID id) {
    return access.require(changes.present(id).area().parentId(), Role.ADMINISTRATOR);
  }
}
