package anbinh.cameras.owner;

import anbinh.cameras.Camera;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.ConsentStatement.Form;
import anbinh.cameras.ConsentStatement.What;
import anbinh.cameras.ContactPurpose;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The paths of a camera's owner. A contact is read by those who ask owners for footage and those
/// who keep the register.
@RestController
@RequestMapping("/api/cameras/{id}")
class OwnerController {
  private static final Role[] CONTACT_READERS = {Role.INVESTIGATOR, Role.ADMINISTRATOR};
  private static final Role[] READERS = {
    Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.APPROVER, Role.ADMINISTRATOR
  };

  private final Cameras cameras;
  private final Owners owners;
  private final Access access;

  OwnerController(Cameras cameras, Owners owners, Access access) {
    this.cameras = cameras;
    this.owners = owners;
    this.access = access;
  }

  @GetMapping("/contact")
  OwnerContact contact(@PathVariable UUID id, @RequestParam ContactPurpose purpose) {
    Person person = require(id, CONTACT_READERS);
    return owners.readContact(id, purpose, person.actor());
  }

  @PostMapping("/contact")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changeContact(@PathVariable UUID id, @Valid @RequestBody OwnerContact contact) {
    Person person = require(id, Role.ADMINISTRATOR);
    owners.putContact(id, contact, person.actor());
  }

  @GetMapping("/consents")
  Page<StatementView> statements(@PathVariable UUID id) {
    require(id, READERS);
    return Page.all(owners.statements(id).stream().map(StatementView::of).toList());
  }

  @PostMapping("/consents")
  @ResponseStatus(HttpStatus.CREATED)
  StatementView state(@PathVariable UUID id, @Valid @RequestBody StatementBody body) {
    Person person = require(id, Role.ADMINISTRATOR);
    return StatementView.of(owners.state(id, body.statement(), person.actor()));
  }

  /// The role is looked at first: whoever may see no camera learns nothing about which there are.
  private Person require(UUID id, Role... roles) {
    access.require(roles);
    Camera camera = cameras.get(id);
    return access.require(camera.areaId(), roles);
  }

  record StatementBody(
      @NotNull What what,
      @NotNull Form form,
      @NotNull LocalDate on,
      @Nullable LocalDate until,
      @Nullable @Size(max = 200) String document) {
    ConsentStatement.New statement() {
      return new ConsentStatement.New(what, form, on, until, document);
    }
  }

  record StatementView(
      UUID id,
      What what,
      Form form,
      LocalDate on,
      @Nullable LocalDate until,
      @Nullable String document,
      Instant recordedAt) {
    static StatementView of(ConsentStatement statement) {
      return new StatementView(
          statement.id(),
          statement.what(),
          statement.form(),
          statement.on(),
          statement.until(),
          statement.document(),
          statement.recordedAt());
    }
  }
}
