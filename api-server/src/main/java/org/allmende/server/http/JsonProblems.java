package org.allmende.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.UncheckedIOException;

/** Problems as RFC 9457 writes them. */
final class JsonProblems implements ProblemWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void write(Problem problem, Context ctx) {
    var object = JSON.createObjectNode();
    object.put("title", problem.title());
    object.put("status", problem.status());
    object.put("detail", problem.detail());
    problem.parameter().ifPresent(name -> object.put("parameter", name));
    problem.reference().ifPresent(reference -> object.put("reference", reference));
    try {
      Answers.send(ctx, MediaTypes.utf8(MediaTypes.PROBLEM), JSON.writeValueAsBytes(object));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
