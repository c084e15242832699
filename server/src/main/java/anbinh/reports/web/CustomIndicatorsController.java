package anbinh.reports.web;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Languages;
import anbinh.platform.Page;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.custom.CustomIndicator;
import anbinh.reports.custom.CustomIndicatorForm;
import anbinh.reports.custom.CustomIndicatorForm.CustomIndicatorChange;
import anbinh.reports.custom.CustomIndicatorForm.CustomIndicatorRetirement;
import anbinh.reports.custom.CustomIndicators;
import anbinh.reports.figure.Catalogue;
import anbinh.reports.figure.Figures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Locale;
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

/// `/api/reports/custom-indicators`: those that the province's analyst defines of others.
@RestController
@RequestMapping("/api/reports/custom-indicators")
class CustomIndicatorsController {
  private final CustomIndicators customs;
  private final Catalogue catalogue;
  private final Figures figures;
  private final Access access;

  CustomIndicatorsController(
      CustomIndicators customs, Catalogue catalogue, Figures figures, Access access) {
    this.customs = customs;
    this.catalogue = catalogue;
    this.figures = figures;
    this.access = access;
  }

  /// @param name in the reader's language
  /// @param numeratorName with its kind, as the denominator's
  /// @param retired whether nobody can choose it any more
  record CustomIndicatorView(
      UUID id,
      String code,
      int version,
      String name,
      String nameVi,
      @Nullable String nameEn,
      @Nullable String nameAr,
      String numerator,
      @Nullable String numeratorPart,
      String numeratorName,
      String denominator,
      @Nullable String denominatorPart,
      String denominatorName,
      boolean retired,
      Instant at) {}

  /// As they stand, by code, retired ones among them.
  @GetMapping
  Page<CustomIndicatorView> list(HttpServletRequest request) {
    access.require(ReportReaders.READERS);
    Locale language = Languages.of(request);
    return Page.all(customs.list().stream().map(each -> view(each, language)).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CustomIndicatorView define(
      @Valid @RequestBody CustomIndicatorForm requested, HttpServletRequest request) {
    return view(customs.define(requested, requireProvince()), Languages.of(request));
  }

  @PostMapping("/{id}/versions")
  @ResponseStatus(HttpStatus.CREATED)
  CustomIndicatorView change(
      @PathVariable UUID id,
      @Valid @RequestBody CustomIndicatorChange requested,
      HttpServletRequest request) {
    Person by = requireProvince();
    return view(
        customs.change(id, requested.version(), requested.definition(), by), Languages.of(request));
  }

  @PostMapping("/{id}/retirement")
  CustomIndicatorView retire(
      @PathVariable UUID id,
      @Valid @RequestBody CustomIndicatorRetirement requested,
      HttpServletRequest request) {
    Person by = requireProvince();
    return view(customs.retire(id, requested.version(), by), Languages.of(request));
  }

  private Person requireProvince() {
    access.require(Role.ANALYST);
    return access.require(figures.findHome(null).orElse(null), Role.ANALYST);
  }

  private CustomIndicatorView view(CustomIndicator of, Locale language) {
    return new CustomIndicatorView(
        of.id(),
        of.code(),
        of.version(),
        of.name(language),
        of.nameVi(),
        of.nameEn(),
        of.nameAr(),
        of.numerator(),
        of.numeratorPart(),
        name(of.numerator(), of.numeratorPart(), language),
        of.denominator(),
        of.denominatorPart(),
        name(of.denominator(), of.denominatorPart(), language),
        of.retired(),
        of.at());
  }

  private String name(String code, @Nullable String part, Locale language) {
    IndicatorDefinition of = catalogue.get(code);
    String name = catalogue.name(of, language);
    return part == null ? name : name + " (" + catalogue.partNames(of, language).of(part) + ")";
  }
}
