package anbinh.identity.home;

import anbinh.platform.OnlyWhenServing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/people/{id}/home`: administrators of the whole site note where somebody lives, and take it
/// away; no path tells it.
@RestController
@OnlyWhenServing
@RequestMapping("/api/people/{id}/home")
class HomeController {
  private final HomeAdministration administration;

  HomeController(HomeAdministration administration) {
    this.administration = administration;
  }

  record HomeBody(
      @NotNull @Min(-90) @Max(90) Double latitude, @NotNull @Min(-180) @Max(180) Double longitude) {
    @Override
    public String toString() {
      return "HomeBody[]";
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void note(@PathVariable UUID id, @Valid @RequestBody HomeBody requested) {
    administration.note(id, new Home(requested.latitude(), requested.longitude()));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(@PathVariable UUID id) {
    administration.forget(id);
  }
}
