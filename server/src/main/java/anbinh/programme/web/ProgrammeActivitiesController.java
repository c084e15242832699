package anbinh.programme.web;

import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.programme.activity.ProgrammeActivities;
import anbinh.programme.activity.ProgrammeActivities.ActivityCorrection;
import anbinh.programme.activity.ProgrammeActivities.ActivityForm;
import anbinh.programme.activity.ProgrammeActivity;
import anbinh.programme.web.ProgrammeAccess.OnProgramme;
import anbinh.programme.web.ProgrammeView.ProgrammeActivityView;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/programmes/{id}/activities`: what was done, with counts of who came and never who.
@RestController
@RequestMapping("/api/programmes/{id}/activities")
class ProgrammeActivitiesController {
  private final ProgrammeActivities activities;
  private final ProgrammeAccess may;
  private final ProgrammeResponseMapper views;

  ProgrammeActivitiesController(
      ProgrammeActivities activities, ProgrammeAccess may, ProgrammeResponseMapper views) {
    this.activities = activities;
    this.may = may;
    this.views = views;
  }

  /// As they stand, newest first.
  @GetMapping
  Page<ProgrammeActivityView> list(@PathVariable UUID id, PageRequest page) {
    OnProgramme by = may.requireOwn(id);
    Page<ProgrammeActivity> cut =
        Page.read(
            page,
            each -> List.of(each.on().toString(), each.id().toString()),
            rows ->
                activities.list(
                    id,
                    page.key(0, LocalDate::parse).orElse(null),
                    page.key(1, UUID::fromString).orElse(null),
                    rows));
    return cut.with(views.activities(cut.items(), by));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ProgrammeActivityView add(@PathVariable UUID id, @Valid @RequestBody ActivityForm requested) {
    OnProgramme by = may.requireActivities(id);
    return view(
        activities.add(id, requested, may.activityPart(by, requested.communeId()), by.person()),
        by);
  }

  /// All versions of one, newest first.
  @GetMapping("/{activityId}")
  Page<ProgrammeActivityView> versions(@PathVariable UUID id, @PathVariable UUID activityId) {
    OnProgramme by = may.requireOwn(id);
    return Page.all(views.activities(activities.versions(id, activityId), by));
  }

  @PostMapping("/{activityId}/corrections")
  @ResponseStatus(HttpStatus.CREATED)
  ProgrammeActivityView correct(
      @PathVariable UUID id,
      @PathVariable UUID activityId,
      @Valid @RequestBody ActivityCorrection requested) {
    OnProgramme by = may.requireActivities(id);
    if (requested.communeId() != null) {
      may.activityPart(by, requested.communeId());
    }
    return view(
        activities.correct(
            id, activityId, requested, by.person(), each -> may.mayCorrect(by, each.communeId())),
        by);
  }

  private ProgrammeActivityView view(ProgrammeActivity one, OnProgramme by) {
    return views.activities(List.of(one), by).getFirst();
  }
}
