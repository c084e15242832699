package anbinh.audit;

import anbinh.audit.folder.LogFolder;
import anbinh.audit.witness.Witnesses;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.OpenPath;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The log's public files (C2SP tlog-tiles) and its key: no personal data, open to everybody, so
/// that anyone may watch the log.
@RestController
@OnlyWhenServing
class TileController {
  private static final Pattern TILE =
      Pattern.compile("tile/(entries|[0-9]{1,2})/(x[0-9]{3}/)*[0-9]{3}(\\.p/[1-9][0-9]{0,2})?");

  private final Appender appender;
  private final Witnesses witnesses;
  private final Path folder;

  TileController(Appender appender, Witnesses witnesses, LogFolder folder) {
    this.appender = appender;
    this.witnesses = witnesses;
    this.folder = folder.folder();
  }

  @Bean
  static OpenPath logIsOpen() {
    return new OpenPath("/log/checkpoint");
  }

  @Bean
  static OpenPath tilesAreOpen() {
    return new OpenPath("/log/tile/**");
  }

  @Bean
  static OpenPath verifyKeyIsOpen() {
    return new OpenPath("/api/verify-key");
  }

  @GetMapping(path = "/api/verify-key", produces = MediaType.TEXT_PLAIN_VALUE)
  String verifyKey() {
    return appender.verifierKey().write() + "\n";
  }

  @GetMapping(path = "/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
  String checkpoint() {
    return witnesses.published().write();
  }

  @GetMapping("/log/tile/**")
  ResponseEntity<byte[]> tile(HttpServletRequest request) throws IOException {
    String path = request.getRequestURI().substring("/log/".length());
    if (!TILE.matcher(path).matches()) {
      throw Problem.of(PlatformProblem.NOT_FOUND);
    }
    try {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_OCTET_STREAM)
          .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
          .body(Files.readAllBytes(folder.resolve(path)));
    } catch (NoSuchFileException e) {
      throw Problem.of(PlatformProblem.NOT_FOUND).because(e);
    }
  }
}
