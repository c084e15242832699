package anbinh.platform.sheet;

import anbinh.platform.Page;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The paths by which lists of one sort come in, below the feature's own. One list at a time, and
/// the right to send one is asked for before it is read: it may be large.
///
/// @param <P> who sends a list
/// @param <R> the report on it
public abstract class SheetImportController<P, R extends SheetReport> {
  /// As long as most lists may be.
  protected static final int MAX_BYTES = 16 * 1024 * 1024;

  private final SheetImport<P, ?, R> lists;
  private final Supplier<P> sender;
  private final OneAtATime one = new OneAtATime();

  /// @param sender who is signed in; it refuses whoever may send no such list
  protected SheetImportController(SheetImport<P, ?, R> lists, Supplier<P> sender) {
    this.lists = lists;
    this.sender = sender;
  }

  @GetMapping("/columns")
  public Page<ColumnView> columns() {
    var _ = sender.get();
    return Page.all(lists.columns());
  }

  @PostMapping(
      path = "/check",
      consumes = {SheetRows.CSV, SheetRows.WORKBOOK})
  @SheetBody
  public R check(
      HttpServletRequest request, @RequestParam(required = false) @Nullable TextEncoding encoding)
      throws IOException {
    P person = sender.get();
    return one.run(() -> lists.check(SheetFile.read(request.getInputStream(), encoding), person));
  }

  /// @param checked the SHA-256 of what was checked before
  @PostMapping(consumes = {SheetRows.CSV, SheetRows.WORKBOOK})
  @ResponseStatus(HttpStatus.CREATED)
  @SheetBody
  public R apply(
      HttpServletRequest request,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable String checked,
      @RequestParam(required = false) @Nullable TextEncoding encoding)
      throws IOException {
    P person = sender.get();
    return one.run(
        () -> lists.apply(SheetFile.read(request.getInputStream(), encoding), checked, person));
  }
}
