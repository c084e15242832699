package anbinh.audit.log;

import anbinh.audit.folder.LogFolder;
import anbinh.audit.witness.Witnesses;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.OpenPaths;
import anbinh.seal.log.LogReader;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The log's public files (C2SP tlog-tiles) and its key, open to everybody, so that anyone may
/// watch the log: as far as the head that left the office last covers them, and not up to what
/// happens now.
@RestController
@OnlyWhenServing
class TileController {
  private final Appender appender;
  private final Witnesses witnesses;
  private final Path folder;

  TileController(Appender appender, Witnesses witnesses, LogFolder folder) {
    this.appender = appender;
    this.witnesses = witnesses;
    this.folder = folder.folder();
  }

  @Bean
  static OpenPaths logIsOpen() {
    return OpenPaths.of("/log/checkpoint", "/log/tile/**", "/api/verify-key");
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
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    String path = request.getRequestURI().substring("/log/".length());
    byte[] content =
        LogReader.at(folder, appender.released())
            .findFile(path)
            .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(content);
  }
}
