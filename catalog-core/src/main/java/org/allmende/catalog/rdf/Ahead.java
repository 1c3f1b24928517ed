package org.allmende.catalog.rdf;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Computes each element on another thread while the one before it is used. What the source or the
 * computation throws comes out of {@link #hasNext}.
 */
final class Ahead<S, T> implements Iterator<T>, AutoCloseable {

  private final Iterator<S> source;
  private final Function<S, T> computation;
  private final ExecutorService executor;
  private CompletableFuture<Optional<T>> coming;

  Ahead(String threadName, Iterator<S> source, Function<S, T> computation) {
    this.source = source;
    this.computation = computation;
    this.executor =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name(threadName).daemon().factory());
    this.coming = CompletableFuture.supplyAsync(this::compute, executor);
  }

  private Optional<T> compute() {
    return source.hasNext() ? Optional.of(computation.apply(source.next())) : Optional.empty();
  }

  @Override
  public boolean hasNext() {
    try {
      return coming.join().isPresent();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("nothing is left to compute");
    }
    var element = coming.join().orElseThrow();
    coming = CompletableFuture.supplyAsync(this::compute, executor);
    return element;
  }

  /** Waits for the element under way. */
  @Override
  public void close() {
    executor.close();
  }
}
