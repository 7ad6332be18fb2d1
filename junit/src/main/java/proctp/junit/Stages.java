package proctp.junit;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import proctp.junit.ProcTPServer.Database;

/** The stages of this JVM that nobody is on just now. */
final class Stages {

    private static final Map<Kind, Deque<Stage>> IDLE = new HashMap<>();

    /** What cannot be changed of a stage. */
    private record Kind(Database database, ZoneId zone) {

        static Kind of(ProcTPSettings settings) {
            return new Kind(settings.database(), settings.zone());
        }
    }

    private Stages() {
    }

    /** One for these settings that nobody else is on, to be given back. Its office holds what the last one on it left there. */
    static Stage take(ProcTPSettings settings) {
        Optional<Stage> idle = idle(Kind.of(settings));
        return idle.orElseGet(() -> Stage.build(settings));
    }

    private static synchronized Optional<Stage> idle(Kind kind) {
        return Optional.ofNullable(IDLE.getOrDefault(kind, new ArrayDeque<>()).poll());
    }

    /** Gives one back that was taken for these settings. */
    static synchronized void giveBack(ProcTPSettings settings, Stage stage) {
        IDLE.computeIfAbsent(Kind.of(settings), first -> new ArrayDeque<>()).push(stage);
    }

    /** Ends those that nobody is on. Nobody waits for it: a server takes its leave of clients for a second, and there are none. */
    static synchronized void end() {
        IDLE.values().stream().flatMap(Deque::stream).forEach(stage -> new Thread(stage::close, "end of a ProcTP").start());
        IDLE.clear();
    }
}
