package anbinh.platform.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class HandlerLookupTest {
  private final MockMvc server =
      MockMvcBuilders.standaloneSetup(new Paths())
          .setCustomHandlerMapping(HandlerLookup::new)
          .build();

  @ParameterizedTest
  @CsvSource({
    "/cameras, all",
    "/cameras/7, camera 7",
    "/cameras/summary, summary",
    "/cameras/7/frames, frames of 7",
    "/requests.json, as json",
    "/tile, tile",
    "/tile/0/x001, tile",
    "/other, all",
    "/c%61meras/7, camera 7",
    "/cameras;a=b/7, camera 7",
  })
  void findsWhatThePatternsSay(String path, String answer) throws Exception {
    server.perform(get(URI.create(path))).andExpect(content().string(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camera/7", "/camerasx/7", "/cameras/7/frames/8", "/tiles", "/"})
  void findsNothingElse(String path) throws Exception {
    server.perform(get(path)).andExpect(status().isNotFound());
  }

  @Test
  void saysWhenOnlyTheMethodIsWrong() throws Exception {
    server.perform(post("/cameras/7")).andExpect(status().isMethodNotAllowed());
  }

  @RestController
  static final class Paths {
    @GetMapping({"/cameras", "/other"})
    String all() {
      return "all";
    }

    @GetMapping("/cameras/{id}")
    String one(@PathVariable String id) {
      return "camera " + id;
    }

    @GetMapping("/cameras/summary")
    String summary() {
      return "summary";
    }

    @GetMapping("/cameras/{id}/frames")
    String frames(@PathVariable String id) {
      return "frames of " + id;
    }

    @GetMapping("/requests.{format}")
    String format(@PathVariable String format) {
      return "as " + format;
    }

    @GetMapping("/tile/**")
    String tile() {
      return "tile";
    }
  }
}
