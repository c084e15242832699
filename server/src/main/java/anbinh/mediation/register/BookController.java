package anbinh.mediation.register;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.dispute.MediationAccess;
import anbinh.mediation.dispute.MediationAccess.On;
import anbinh.mediation.dispute.Mediations;
import anbinh.mediation.team.MediationTeamTable;
import anbinh.platform.Languages;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The papers of mediation: the book for the leader who keeps it, the record for who mediated.
@RestController
class BookController {
  private static final int FIRST_YEAR = 2014;
  private static final int LAST_YEAR = 2199;

  private final Mediations mediations;
  private final MediationAccess mediationAccess;
  private final Book book;
  private final WrittenRecord record;
  private final MediationTeamTable teams;
  private final Areas areas;
  private final Access access;

  BookController(
      Mediations mediations,
      MediationAccess mediationAccess,
      Book book,
      WrittenRecord record,
      MediationTeamTable teams,
      Areas areas,
      Access access) {
    this.mediations = mediations;
    this.mediationAccess = mediationAccess;
    this.book = book;
    this.record = record;
    this.teams = teams;
    this.areas = areas;
    this.access = access;
  }

  /// A village whose book the reader keeps.
  record BookOfVillage(UUID villageId, String villageName) {}

  @GetMapping("/api/mediations/books")
  Page<BookOfVillage> books() {
    Person reader = access.require(Role.MEDIATOR);
    List<UUID> led = teams.listVillagesLedBy(reader.id());
    Map<UUID, String> names = areas.names(led);
    return Page.all(
        led.stream().map(each -> new BookOfVillage(each, names.getOrDefault(each, ""))).toList());
  }

  /// @param language below the Vietnamese: vi (none), en or ar
  @GetMapping(path = "/api/mediations/book.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> book(
      @RequestParam UUID villageId,
      @RequestParam int year,
      @RequestParam(defaultValue = "vi") String language)
      throws IOException {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Problem.invalid("year", "range", FIRST_YEAR, LAST_YEAR);
    }
    Locale requested = Languages.require(language);
    Person by = access.require(villageId, Role.MEDIATOR);
    if (!teams.listVillagesLedBy(by.id()).contains(villageId)) {
      throw access.refuse(MediationProblem.NOT_YOUR_MEDIATION, "area", villageId);
    }
    Area village = areas.get(villageId);
    return pdf(
        book.print(
            village, year, mediations.readBook(villageId, village.code(), year, by), requested));
  }

  /// The record of an agreement, to sign by hand.
  @GetMapping(path = "/api/mediations/{id}/record.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> record(
      @PathVariable UUID id, @RequestParam(defaultValue = "vi") String language)
      throws IOException {
    Locale requested = Languages.require(language);
    On on = mediationAccess.requireActing(id);
    return pdf(record.print(mediations.readForRecord(on.mediation(), on.person()), requested));
  }

  private static ResponseEntity<byte[]> pdf(byte[] pdf) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pdf);
  }
}
