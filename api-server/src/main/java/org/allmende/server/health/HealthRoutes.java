package org.allmende.server.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.allmende.catalog.ledger.Following;
import org.allmende.catalog.ledger.Ledger;
import org.allmende.catalog.ledger.LedgerSnapshot;
import org.allmende.harvest.schedule.SourceStatus;
import org.allmende.server.http.Answers;
import org.allmende.server.http.MediaTypes;
import org.allmende.server.http.RouteTable;
import org.allmende.server.http.Routes;

/**
 * Live: the process answers. Ready: every follower has reached the position that the ledger had
 * when the server started; falling behind later shows in the metrics alone (DESIGN 3).
 */
public final class HealthRoutes implements Routes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ledger ledger;
  private final List<Following<?>> followers;
  private final Metrics metrics;
  private final Supplier<List<SourceStatus>> sources;
  private final long target;

  /** Routes that measure readiness by the ledger's position now. */
  public HealthRoutes(
      Ledger ledger,
      List<Following<?>> followers,
      Metrics metrics,
      Supplier<List<SourceStatus>> sources) {
    this.sources = sources;
    this.ledger = ledger;
    this.followers = List.copyOf(followers);
    this.metrics = metrics;
    this.target = lastSequence(ledger);
  }

  @Override
  public void addTo(RouteTable table) {
    table
        .get("/health/live", HealthRoutes::live)
        .get("/health/ready", this::ready)
        .get("/metrics", this::metrics);
  }

  private static long lastSequence(Ledger ledger) {
    return ledger.read(LedgerSnapshot::lastSequence);
  }

  private static void live(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    Answers.json(ctx, "{\"status\":\"live\"}".getBytes(StandardCharsets.UTF_8));
  }

  private void ready(Context ctx) throws JsonProcessingException {
    var isReady = followers.stream().allMatch(follower -> follower.position() >= target);
    var answer = JSON.createObjectNode();
    answer.put("status", isReady ? "ready" : "catching up");
    answer.put("target", target);
    answer.put("ledger", lastSequence(ledger));
    var positions = answer.putObject("followers");
    followers.forEach(follower -> positions.put(follower.name(), follower.position()));
    ctx.header("Cache-Control", "no-store");
    if (!isReady) {
      ctx.status(503);
      ctx.header("Retry-After", "5");
    }
    Answers.json(ctx, JSON.writeValueAsBytes(answer));
  }

  private void metrics(Context ctx) {
    ctx.header("Cache-Control", "no-store");
    var body = metrics.text(ledger, followers, sources.get()).getBytes(StandardCharsets.UTF_8);
    Answers.send(ctx, MediaTypes.TEXT + ";version=0.0.4;charset=utf-8", body);
  }
}
