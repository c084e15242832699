package anbinh.areas.unit;

import anbinh.areas.AreaProblem;
import anbinh.areas.unit.UnitResponseMapper.AreaBranch;
import anbinh.areas.unit.UnitResponseMapper.AreaPage;
import anbinh.areas.unit.UnitResponseMapper.FoundArea;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The paths that tell of units; anybody signed in may read them.
@RestController
@RequestMapping("/api/areas")
class UnitsController {
  private static final int MAX_FOUND = 20;
  private static final int MAX_SEARCH = 200;

  private final UnitTable table;
  private final AreaSearch search;
  private final UnitResponseMapper views;

  UnitsController(UnitTable table, AreaSearch search, UnitResponseMapper views) {
    this.table = table;
    this.search = search;
    this.views = views;
  }

  @GetMapping("/search")
  Page<FoundArea> search(@RequestParam(defaultValue = "") String q) {
    if (q.length() > MAX_SEARCH) {
      throw Problem.invalid("q", "size", MAX_SEARCH, 0);
    }
    return Page.all(views.found(search.search(q, MAX_FOUND)));
  }

  /// What lies directly in a unit, or at the top.
  @GetMapping("/tree")
  Page<AreaBranch> tree(@RequestParam(required = false) @Nullable UUID below) {
    if (below != null) {
      get(below);
    }
    return Page.all(views.branches(below));
  }

  @GetMapping("/{id}")
  AreaPage page(@PathVariable UUID id) {
    return views.page(get(id));
  }

  private Unit get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(AreaProblem.NO_SUCH_AREA));
  }
}
