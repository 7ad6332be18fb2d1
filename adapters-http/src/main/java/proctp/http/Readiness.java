package proctp.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import proctp.application.port.Probe;

/** Whether the service can do its work just now: all of its parts are asked at once, and none is waited for any longer than the others. */
final class Readiness implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Part> parts = new TreeMap<>();
    private final ExecutorService askers = Executors.newCachedThreadPool(asker -> {
        Thread thread = new Thread(asker, "ready");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    Readiness(Map<String, Probe> probes) {
        probes.forEach((name, probe) -> parts.put(name, new Part(probe)));
    }

    /** From now on it is not ready. */
    void stopping() {
        stopping = true;
    }

    /** What is wrong, by the name of the part; empty when it is ready. No thread waits for it. */
    CompletableFuture<Map<String, String>> trouble() {
        if (stopping) {
            return CompletableFuture.completedFuture(Map.of("service", "It is stopping."));
        }
        Map<String, CompletableFuture<Optional<String>>> said = new TreeMap<>();
        parts.forEach((name, part) -> said.put(name, said(part.ask())));
        return CompletableFuture.allOf(said.values().toArray(CompletableFuture[]::new)).thenApply(all -> {
            Map<String, String> trouble = new LinkedHashMap<>();
            said.forEach((name, answer) -> answer.join().ifPresent(sentence -> trouble.put(name, sentence)));
            return trouble;
        });
    }

    private static CompletableFuture<Optional<String>> said(CompletableFuture<Optional<String>> answer) {
        return answer
                // its words may be anything
                .exceptionally(failure -> Optional.of("failed: " + failure.getCause().getClass().getName()))
                .completeOnTimeout(Optional.of("It has not answered within " + PATIENCE.toSeconds() + " seconds."),
                        PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }

    /** A part, which is never asked again before it has answered: one that hangs holds one thread, however often one looks. */
    private final class Part {

        private final Probe probe;
        private CompletableFuture<Optional<String>> answer = CompletableFuture.completedFuture(Optional.empty());

        Part(Probe probe) {
            this.probe = probe;
        }

        synchronized CompletableFuture<Optional<String>> ask() {
            if (answer.isDone()) {
                answer = CompletableFuture.supplyAsync(probe::trouble, askers);
            }
            return answer;
        }
    }
}
