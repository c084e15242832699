package anbinh.cameras.list;

import anbinh.cameras.CameraProblem;
import anbinh.identity.Access;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import anbinh.platform.http.LargeBody;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which lists of cameras come in.
@RestController
@RequestMapping("/api/cameras/import")
class ListController {
  private static final String CSV = "text/csv";
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final CameraLists lists;
  private final ListWords words;
  private final Access access;
  private final Semaphore one = new Semaphore(1);

  ListController(CameraLists lists, ListWords words, Access access) {
    this.lists = lists;
    this.words = words;
    this.access = access;
  }

  /// @param code as it may stand in the first row, in every language
  /// @param title the same in the reader's language
  /// @param choices what may stand in it, in the reader's language; empty when anything may
  record ColumnView(String code, String title, boolean required, List<String> choices) {
    ColumnView {
      choices = List.copyOf(choices);
    }
  }

  @GetMapping("/columns")
  Page<ColumnView> columns() {
    access.require(Role.ADMINISTRATOR);
    return Page.all(
        Arrays.stream(ListColumn.values())
            .map(column ->
                new ColumnView(
                    column.code(), words.title(column), column.required(), words.words(column)))
            .toList());
  }

  @PostMapping(path = "/check", consumes = CSV)
  @RequestBody(
      required = true,
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  ListReport check(HttpServletRequest request) throws IOException {
    return alone(request, lists::check);
  }

  @PostMapping(consumes = CSV)
  @ResponseStatus(HttpStatus.CREATED)
  @RequestBody(
      required = true,
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  ListReport take(HttpServletRequest request) throws IOException {
    return alone(request, lists::take);
  }

  /// One list at a time, and the right to send one before it is read: it may be large.
  private ListReport alone(HttpServletRequest request, BiFunction<byte[], Person, ListReport> work)
      throws IOException {
    Person person = access.require(Role.ADMINISTRATOR);
    if (!one.tryAcquire()) {
      throw Problem.of(CameraProblem.LIST_BUSY).after(RETRY);
    }
    try {
      return work.apply(request.getInputStream().readAllBytes(), person);
    } finally {
      one.release();
    }
  }

  /// A province's register is about twenty megabytes.
  @Configuration(proxyBeanMethods = false)
  static class Limits {
    private static final int MOST_BYTES = 48 * 1024 * 1024;

    @Bean
    LargeBody listToCheck() {
      return new LargeBody("/api/cameras/import/check", MOST_BYTES);
    }

    @Bean
    LargeBody listToTake() {
      return new LargeBody("/api/cameras/import", MOST_BYTES);
    }
  }
}
