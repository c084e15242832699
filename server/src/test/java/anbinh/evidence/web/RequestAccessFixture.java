package anbinh.evidence.web;

import anbinh.cases.store.FakeCases;
import anbinh.evidence.request.Caps;
import anbinh.evidence.request.FakeRequests;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import java.time.Duration;

/// A real [RequestAccess] for tests of other packages.
public final class RequestAccessFixture {
  private RequestAccessFixture() {}

  public static RequestAccess access(
      AccessFixture fixture, FakeRequests requests, FakePeople people, FakeCases cases) {
    Caps caps = new Caps(10, Duration.ofHours(2), Duration.ofDays(90), 30, Duration.ofHours(12));
    return new RequestAccess(fixture.access(), requests, caps, people, cases);
  }
}
