package anbinh.sightings.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Looks at each pass for each query: slow, and simple enough to be believed by the tests of
/// engines.
public final class ScanIndex implements PassIndex {
  private final List<Pass> passes = new ArrayList<>();
  private long committed;
  private long dropped = Long.MIN_VALUE;

  @Override
  public void append(List<Pass> more) {
    for (Pass pass : more) {
      boolean isNew = passes.stream().noneMatch(each -> each.position() == pass.position());
      if (isNew && pass.time() >= dropped) {
        passes.add(pass);
      }
    }
  }

  @Override
  public void refresh() {
    // All is found at once.
  }

  @Override
  public void commit(long position) {
    committed = position;
  }

  @Override
  public long position() {
    return committed;
  }

  @Override
  public List<Hit> search(PassQuery query) {
    List<Hit> hits = new ArrayList<>();
    Set<String> places = query.places();
    for (Pass pass : passes) {
      boolean there =
          places == null
              || places.contains(pass.camera())
              || pass.areas().stream().anyMatch(places::contains);
      int rest = query.cost(pass.type(), pass.colours(), pass.direction());
      if (!there || pass.time() < query.from() || pass.time() >= query.to() || rest < 0) {
        continue;
      }
      if (query.plates() == null) {
        hits.add(new Hit(pass.position(), pass.time(), rest, -1));
        continue;
      }
      Hit best = null;
      for (int reading = 0; reading < pass.plates().size(); reading++) {
        long plate = pass.plates().get(reading);
        Integer cost = query.cost(plate, reading, pass.model(), pass.camera());
        if (cost != null) {
          int whole = cost + rest;
          if (best == null || whole < best.cost()) {
            best = new Hit(pass.position(), pass.time(), whole, reading);
          }
        }
      }
      if (best != null) {
        hits.add(best);
      }
    }
    return hits.stream().filter(query::isNext).sorted(Hit.ORDER).limit(query.limit()).toList();
  }

  @Override
  public void plates(PlateCount found) {
    passes.forEach(pass -> pass.plates().forEach(plate -> found.accept(plate, 1)));
  }

  @Override
  public boolean drop(long before) {
    dropped = Math.max(dropped, before);
    return passes.removeIf(pass -> pass.time() < dropped);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
