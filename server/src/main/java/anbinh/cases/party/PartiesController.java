package anbinh.cases.party;

import anbinh.cases.form.Reason;
import anbinh.cases.officer.NeedToKnow;
import anbinh.cases.officer.NeedToKnow.OnCase;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
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

/// `/api/cases/{id}/parties`: for those who work on the case and nobody else. A list names nobody;
/// who somebody is, is read one record at a time.
@RestController
@RequestMapping("/api/cases/{id}/parties")
class PartiesController {
  private final NeedToKnow needToKnow;
  private final Parties parties;
  private final People people;

  PartiesController(NeedToKnow needToKnow, Parties parties, People people) {
    this.needToKnow = needToKnow;
    this.parties = parties;
    this.people = people;
  }

  record Erasure(@NotBlank @Size(min = Reason.MIN_LENGTH, max = Reason.MAX_LENGTH) String reason) {}

  /// A party as lists show it: without anything that says who.
  record PartyView(
      UUID id,
      PartyRole role,
      boolean child,
      LocalDate from,
      LocalDate until,
      Party.State state,
      String recordedBy,
      Instant recordedAt,
      @Nullable Instant erasedAt) {}

  /// A party as it is read by itself.
  record PartyDetails(
      PartyView party, String name, @Nullable String contact, String document, String article) {}

  @GetMapping
  Page<PartyView> list(@PathVariable UUID id) {
    OnCase by = needToKnow.require(id);
    List<Party> found = parties.list(by.file(), by.person());
    Map<UUID, String> names = people.displayNames(Ids.of(found, Party::recordedBy));
    return Page.all(found.stream().map(party -> view(party, names)).toList());
  }

  @GetMapping("/{partyId}")
  PartyDetails read(@PathVariable UUID id, @PathVariable UUID partyId) {
    OnCase by = needToKnow.require(id);
    Parties.Opened opened = parties.read(by.file(), partyId, by.person());
    Content content = opened.content();
    return new PartyDetails(
        view(opened.party()),
        content.name(),
        content.contact(),
        content.document(),
        content.article());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PartyView record(@PathVariable UUID id, @Valid @RequestBody NewParty requested) {
    OnCase by = needToKnow.require(id);
    return view(parties.record(by.file(), requested, by.person()));
  }

  @PostMapping("/{partyId}/basis")
  PartyView extend(
      @PathVariable UUID id, @PathVariable UUID partyId, @Valid @RequestBody NewBasis requested) {
    OnCase by = needToKnow.require(id);
    return view(parties.extend(by.file(), partyId, requested, by.person()));
  }

  @PostMapping("/{partyId}/erasure")
  PartyView erase(
      @PathVariable UUID id, @PathVariable UUID partyId, @Valid @RequestBody Erasure requested) {
    OnCase by = needToKnow.require(id);
    String reason = Reason.stripped(requested.reason());
    return view(parties.erase(by.file(), partyId, reason, by.person()));
  }

  private PartyView view(Party party) {
    return view(party, people.displayNames(List.of(party.recordedBy())));
  }

  private PartyView view(Party party, Map<UUID, String> names) {
    return new PartyView(
        party.id(),
        party.role(),
        party.child(),
        party.from(),
        party.until(),
        party.on(parties.today()),
        names.getOrDefault(party.recordedBy(), ""),
        party.recordedAt(),
        party.erasedAt());
  }
}
