package anbinh.teamwork.pay;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Languages;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SiteClock;
import anbinh.team.unit.TeamCommunes;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.pay.PayForms.NewPayRule;
import anbinh.teamwork.pay.PayForms.NewSheet;
import anbinh.teamwork.pay.PayForms.NewVillageType;
import anbinh.teamwork.pay.PayForms.PayRuleEnd;
import anbinh.teamwork.pay.PayForms.SheetDecision;
import anbinh.teamwork.pay.PayParts.DividedMonth;
import anbinh.teamwork.pay.PayResponseMapper.PaidView;
import anbinh.teamwork.pay.PayResponseMapper.SheetView;
import anbinh.teamwork.pay.PayTable.Sheet;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/team-pay`: an administrator of the whole site keeps the rules, the officer of a commune
/// has its sheets calculated, the chair decides them. A sheet read by names is an entry of the log.
@RestController
@RequestMapping("/api/team-pay")
class PayController {
  private static final @Nullable UUID WHOLE_SITE = null;
  private static final Role[] OFFICE = {Role.COMMUNITY_OFFICER, Role.CHAIR};
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final PayRules rules;
  private final PayRuleTable ruleTable;
  private final PaySheets sheets;
  private final PayParts parts;
  private final PayTable table;
  private final PayResponseMapper views;
  private final PayWorkbook workbook;
  private final PayPaper paper;
  private final TeamCommunes communes;
  private final SiteClock clock;
  private final Areas areas;
  private final Access access;
  private final AuditLog log;

  PayController(
      PayRules rules,
      PayRuleTable ruleTable,
      PaySheets sheets,
      PayParts parts,
      PayTable table,
      PayResponseMapper views,
      PayWorkbook workbook,
      PayPaper paper,
      TeamCommunes communes,
      SiteClock clock,
      Areas areas,
      Access access,
      AuditLog log) {
    this.rules = rules;
    this.ruleTable = ruleTable;
    this.sheets = sheets;
    this.parts = parts;
    this.table = table;
    this.views = views;
    this.workbook = workbook;
    this.paper = paper;
    this.communes = communes;
    this.clock = clock;
    this.areas = areas;
    this.access = access;
    this.log = log;
  }

  /// A village with its type today.
  ///
  /// @param type null where nobody said it
  record VillageType(
      UUID areaId,
      String code,
      String name,
      @Nullable Integer type,
      @Nullable LocalDate from,
      @Nullable String paper) {}

  /// All rules, those that were taken back among them: at most 500.
  @GetMapping("/rules")
  Page<PayRule> rules() {
    access.require(Role.COMMUNITY_OFFICER, Role.CHAIR, Role.ADMINISTRATOR);
    return Page.all(ruleTable.list());
  }

  @PostMapping("/rules")
  @ResponseStatus(HttpStatus.CREATED)
  PayRule add(@Valid @RequestBody NewPayRule requested) {
    return rules.add(requested, access.require(WHOLE_SITE, Role.ADMINISTRATOR));
  }

  @PostMapping("/rules/{id}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id) {
    rules.end(id, access.require(WHOLE_SITE, Role.ADMINISTRATOR));
  }

  /// With which day a rule ends, or that it goes on.
  @PostMapping("/rules/{id}/until")
  PayRule endWith(@PathVariable UUID id, @Valid @RequestBody PayRuleEnd requested) {
    return rules.endWith(id, requested, access.require(WHOLE_SITE, Role.ADMINISTRATOR));
  }

  /// The villages of a commune with their types, by code.
  @GetMapping("/village-types")
  Page<VillageType> types(@RequestParam(required = false) @Nullable UUID communeId) {
    TeamCommunes.On on = communes.require(communeId, OFFICE);
    List<Area> villages =
        areas.below(on.communeId()).stream()
            .flatMap(each -> areas.findPresent(each).stream())
            .filter(each -> each.kind() == AreaKind.RESIDENTIAL_AREA)
            .sorted(Comparator.comparing(Area::code))
            .toList();
    LocalDate today = clock.today();
    Map<UUID, PayRuleTable.TypeFrom> known = new HashMap<>();
    ruleTable.types(villages.stream().map(Area::id).toList()).stream()
        .filter(each -> !each.from().isAfter(today))
        .forEach(each -> known.putIfAbsent(each.areaId(), each));
    return Page.all(
        villages.stream()
            .map(each -> {
              PayRuleTable.TypeFrom type = known.get(each.id());
              return type == null
                  ? new VillageType(each.id(), each.code(), each.name(), null, null, null)
                  : new VillageType(
                      each.id(), each.code(), each.name(), type.type(), type.from(), type.paper());
            })
            .toList());
  }

  @PostMapping("/village-types")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void set(@Valid @RequestBody NewVillageType requested) {
    rules.set(requested, access.require(requested.areaId(), Role.COMMUNITY_OFFICER));
  }

  @GetMapping("/sheets")
  Page<SheetView> list(@RequestParam(required = false) @Nullable UUID communeId, PageRequest page) {
    TeamCommunes.On on = communes.require(communeId, OFFICE);
    Page<Sheet> cut =
        Page.read(
            page,
            sheet -> List.of(sheet.month().atDay(1).toString(), sheet.id().toString()),
            rows ->
                table.list(
                    on.within(),
                    page.key(0, LocalDate::parse).orElse(null),
                    page.key(1, UUID::fromString).orElse(null),
                    rows));
    return cut.with(views.views(cut.items(), on));
  }

  /// What communes of which a part lies in one left undecided when they were divided.
  @GetMapping("/divided")
  Page<DividedMonth> divided(@RequestParam(required = false) @Nullable UUID communeId) {
    return Page.all(parts.list(communes.require(communeId, OFFICE)));
  }

  @PostMapping("/sheets")
  @ResponseStatus(HttpStatus.CREATED)
  SheetView calculate(@Valid @RequestBody NewSheet requested) {
    TeamCommunes.On on = communes.require(requested.communeId(), Role.COMMUNITY_OFFICER);
    return views.view(sheets.calculate(on, TeamCommunes.month("month", requested.month())), on);
  }

  /// One in figures.
  @GetMapping("/sheets/{id}")
  SheetView read(@PathVariable UUID id) {
    access.require(OFFICE);
    Sheet sheet = sheets.get(id);
    return views.view(sheet, communes.requireOf(sheet.communeId(), OFFICE));
  }

  /// Whoever is in it, by team, each with how their amounts came about.
  @GetMapping("/sheets/{id}/people")
  Page<PaidView> people(@PathVariable UUID id, PageRequest page) {
    access.require(OFFICE);
    Sheet sheet = sheets.get(id);
    TeamCommunes.On on = communes.requireOf(sheet.communeId(), OFFICE);
    String after = page.key(0, UUID::fromString).map(UUID::toString).orElse(null);
    List<PaidView> all = views.paid(sheet);
    int seen = 0;
    if (after != null) {
      List<String> ids = all.stream().map(each -> each.memberId().toString()).toList();
      seen = ids.contains(after) ? ids.indexOf(after) + 1 : all.size();
    }
    List<PaidView> rest = all.subList(seen, all.size());
    Page<PaidView> cut =
        Page.read(
            page,
            each -> List.of(each.memberId().toString()),
            rows -> rest.stream().limit(rows).toList());
    record(TeamWorkEvent.PAY_READ, sheet, on, cut.items().size());
    return cut;
  }

  @PostMapping("/sheets/{id}/decision")
  SheetView decide(@PathVariable UUID id, @Valid @RequestBody SheetDecision requested) {
    access.require(Role.CHAIR);
    TeamCommunes.On on = communes.requireOf(sheets.get(id).communeId(), Role.CHAIR);
    return views.view(sheets.decide(id, requested, on), on);
  }

  @GetMapping(path = "/sheets/{id}/sheet.xlsx", produces = XLSX)
  ResponseEntity<byte[]> workbook(
      @PathVariable UUID id, @RequestParam(defaultValue = "vi") String language)
      throws IOException {
    access.require(OFFICE);
    Locale requested = Languages.require(language);
    Sheet sheet = sheets.get(id);
    TeamCommunes.On on = communes.requireOf(sheet.communeId(), OFFICE);
    List<PaidView> all = views.paid(sheet);
    record(TeamWorkEvent.PAY_TAKEN_OUT, sheet, on, all.size());
    return file(workbook.write(views.view(sheet, on), all, requested));
  }

  @GetMapping(path = "/sheets/{id}/sheet.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> paper(
      @PathVariable UUID id, @RequestParam(defaultValue = "vi") String language)
      throws IOException {
    access.require(OFFICE);
    Locale requested = Languages.require(language);
    Sheet sheet = sheets.get(id);
    TeamCommunes.On on = communes.requireOf(sheet.communeId(), OFFICE);
    List<PaidView> all = views.paid(sheet);
    record(TeamWorkEvent.PAY_TAKEN_OUT, sheet, on, all.size());
    return file(paper.print(views.view(sheet, on), all, requested));
  }

  private void record(TeamWorkEvent type, Sheet sheet, TeamCommunes.On on, int count) {
    log.record(
        Event.of(type)
            .by(on.person().actor())
            .about("pay-sheet", sheet.id(), null)
            .fact("month", sheet.month().toString())
            .fact("count", count));
  }

  private static ResponseEntity<byte[]> file(byte[] content) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(content);
  }
}
