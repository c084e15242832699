package anbinh.cases.type;

import anbinh.cases.CaseType;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/case-types`: anybody signed in may read the list; administrators of the whole site add
/// types and end them, since all areas' figures count by it.
@RestController
@RequestMapping("/api/case-types")
class TypesController {
  private static final @Nullable UUID WHOLE_SITE = null;
  private static final String CODE = "[A-Z][A-Z0-9_]{0,39}";

  private final TypeTable table;
  private final TypeList list;
  private final Access access;

  TypesController(TypeTable table, TypeList list, Access access) {
    this.table = table;
    this.list = list;
    this.access = access;
  }

  record NewType(
      @NotBlank @Pattern(regexp = CODE) String code,
      @NotBlank @Size(max = 80) String vi,
      @NotBlank @Size(max = 80) String en,
      @NotBlank @Size(max = 80) String ar,
      @NotNull LocalDate validFrom) {
    CaseType type() {
      return new CaseType(
          code, new CaseType.Names(vi.strip(), en.strip(), ar.strip()), validFrom, null);
    }
  }

  /// @param validTo the last day on which a case of the type may be opened
  record TypeEnd(@NotNull LocalDate validTo) {}

  /// @param name in the reader's language
  /// @param valid whether it can be chosen today
  record TypeView(
      String code,
      String name,
      String vi,
      String en,
      String ar,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      boolean valid) {}

  /// In the order in which they were added.
  @GetMapping
  Page<TypeView> list() {
    return Page.all(table.list().stream().map(this::view).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TypeView add(@Valid @RequestBody NewType requested) {
    Person administrator = access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    return view(list.add(requested.type(), administrator));
  }

  @PostMapping("/{code}/end")
  TypeView end(
      @PathVariable @Pattern(regexp = CODE) String code, @Valid @RequestBody TypeEnd requested) {
    Person administrator = access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    return view(list.end(code, requested.validTo(), administrator));
  }

  private TypeView view(CaseType type) {
    return new TypeView(
        type.code(),
        type.names().in(LocaleContextHolder.getLocale().getLanguage()),
        type.names().vi(),
        type.names().en(),
        type.names().ar(),
        type.from(),
        type.to(),
        type.validOn(list.today()));
  }
}
