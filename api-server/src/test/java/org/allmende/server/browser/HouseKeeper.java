package org.allmende.server.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link House} to every test that asks, and skips all where no browser is. */
final class HouseKeeper implements ExecutionCondition, ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(HouseKeeper.class);
  private static final Optional<Path> CHROMIUM = chromium();

  static {
    if (CHROMIUM.isEmpty()) {
      System.err.println(
          "Skipped: the tests in a browser; no chromium on the PATH (Debian: apt install"
              + " chromium).");
    }
  }

  private static Optional<Path> chromium() {
    var folders = System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator);
    return Stream.of("chromium", "chromium-browser")
        .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return CHROMIUM.isPresent()
        ? ConditionEvaluationResult.enabled("there is a browser")
        : ConditionEvaluationResult.disabled("no chromium on the PATH");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == House.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The root's store closes what it holds after the last test.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(House.class, key -> House.open(CHROMIUM.orElseThrow()), House.class);
  }
}
