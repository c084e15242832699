package anbinh.areas.map;

import anbinh.areas.AreaProblem;
import anbinh.areas.map.Tiles.TileType;
import anbinh.platform.Problem;
import anbinh.platform.http.ByteRange;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// The paths of the ground of maps; anybody signed in may read it.
@RestController
@RequestMapping("/api/maps")
class MapController {
  private static final String GEO_JSON = "application/geo+json";
  private static final String PMTILES = "application/vnd.pmtiles";
  private static final byte[] NOTHING =
      "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(StandardCharsets.UTF_8);

  private final Ground ground;
  private final Tiles tiles;
  private final MapSettings settings;

  MapController(Ground ground, Tiles tiles, MapSettings settings) {
    this.ground = ground;
    this.tiles = tiles;
    this.settings = settings;
  }

  /// @param tiles of what sort the tiles are; null where there are none
  /// @param attribution whose data the ground and the tiles are; null where nobody is to be named
  record MapBase(@Nullable TileType tiles, @Nullable String attribution) {}

  @GetMapping
  MapBase base() {
    return new MapBase(tiles.type(), settings.attribution());
  }

  /// The PMTiles file, of which a browser asks for the parts that it draws.
  @GetMapping("/tiles")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = PMTILES, schema = @Schema(type = "string", format = "binary")))
  void tiles(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Path file = tiles.find().orElseThrow(() -> Problem.of(AreaProblem.NO_TILES));
    try (FileChannel channel = FileChannel.open(file)) {
      String tag = "\"" + channel.size() + "-" + Files.getLastModifiedTime(file).toMillis() + "\"";
      Optional<ByteRange> range =
          ByteRange.writeHead(request, response, PMTILES, tag, channel.size());
      if (range.isPresent()) {
        var out = Channels.newChannel(response.getOutputStream());
        long at = range.get().start();
        while (at < range.get().end()) {
          long sent = channel.transferTo(at, range.get().end() - at, out);
          if (sent == 0) {
            throw new IOException("the tiles of maps have become shorter");
          }
          at += sent;
        }
      }
    }
  }

  /// A GeoJSON FeatureCollection, empty where the installation has no ground.
  @GetMapping("/ground")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = GEO_JSON, schema = @Schema(type = "object")))
  void ground(WebRequest request, HttpServletResponse response) throws IOException {
    Optional<Path> file = ground.find();
    String tag =
        file.isEmpty()
            ? "W/\"none\""
            : "W/\""
                + Files.size(file.get())
                + "-"
                + Files.getLastModifiedTime(file.get()).toMillis()
                + "\"";
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    if (request.checkNotModified(tag)) {
      return;
    }
    response.setContentType(GEO_JSON);
    if (file.isEmpty()) {
      response.getOutputStream().write(NOTHING);
    } else {
      Files.copy(file.get(), response.getOutputStream());
    }
  }
}
