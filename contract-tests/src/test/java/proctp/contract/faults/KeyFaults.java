package proctp.contract.faults;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeyDigest;
import proctp.application.PracticeNum;
import proctp.application.port.ApiKeys;
import proctp.application.port.Office;
import proctp.application.port.Practices;

/** Faults that an adapter's keys and practices could have. */
final class KeyFaults {

    private KeyFaults() {
    }

    /** Keys without a fault. */
    static class SoundApiKeys implements ApiKeys {
        private final ApiKeys sound;

        SoundApiKeys(Office sound) {
            this.sound = sound.apiKeys();
        }

        @Override
        public Optional<ApiKey> find(KeyDigest digest) {
            return sound.find(digest);
        }

        @Override
        public void used(ApiKey key, LocalDate day) {
            sound.used(key, day);
        }

        @Override
        public List<ApiKey> list() {
            return sound.list();
        }

        @Override
        public Optional<ApiKey> add(PracticeNum practice, Function<ApiKeyNum, ApiKey> made) {
            return sound.add(practice, made);
        }

        @Override
        public Optional<ApiKey> change(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change) {
            return sound.change(practice, num, change);
        }

        @Override
        public Optional<ApiKey> replace(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change,
                                        BiFunction<ApiKey, ApiKeyNum, ApiKey> successor) {
            return sound.replace(practice, num, change, successor);
        }
    }

    /** Counts the keys of all practices together. */
    static final class CountsAcrossPractices extends SoundApiKeys {
        CountsAcrossPractices(Office sound) {
            super(sound);
        }

        @Override
        public Optional<ApiKey> add(PracticeNum practice, Function<ApiKeyNum, ApiKey> made) {
            return super.add(practice, num -> made.apply(new ApiKeyNum(list().size() + 1)));
        }
    }

    /** Changes the old key first, for good, and then makes the new one of what has become of it. */
    static final class ReplacesInTwoSteps extends SoundApiKeys {
        ReplacesInTwoSteps(Office sound) {
            super(sound);
        }

        @Override
        public Optional<ApiKey> replace(PracticeNum practice, ApiKeyNum num, UnaryOperator<ApiKey> change,
                                        BiFunction<ApiKey, ApiKeyNum, ApiKey> successor) {
            Optional<ApiKey> changed = super.change(practice, num, change);
            return changed.flatMap(old -> super.add(practice, next -> successor.apply(old, next)));
        }
    }

    /** Notes the day of this use, whatever day is noted. */
    static final class NotesWhateverDayItIs extends SoundApiKeys {
        NotesWhateverDayItIs(Office sound) {
            super(sound);
        }

        @Override
        public void used(ApiKey key, LocalDate day) {
            change(key.practice(), key.num(), there -> new ApiKey(there.digest(), there.practice(), there.num(), there.developerName(),
                    there.keyName(), there.permissions(), there.isEnabled(), new ApiKey.Days(there.days().created(),
                            there.days().expires(), Optional.of(day), there.days().revoked())));
        }
    }

    /** Says that a practice has gone, and leaves it where it is. */
    static final class OnlyHides implements Practices {
        private final Practices sound;
        private PracticeNum hidden = new PracticeNum(0);

        OnlyHides(Office sound) {
            this.sound = sound.practices();
        }

        @Override
        public Map<PracticeNum, String> list() {
            Map<PracticeNum, String> shown = new HashMap<>(sound.list());
            shown.remove(hidden);
            return shown;
        }

        @Override
        public PracticeNum add(String name) {
            return sound.add(name);
        }

        @Override
        public boolean rename(PracticeNum num, String name) {
            return sound.rename(num, name);
        }

        @Override
        public boolean erase(PracticeNum num) {
            hidden = num;
            return sound.list().containsKey(num);
        }

        @Override
        public Map<String, Long> count(PracticeNum num) {
            Map<String, Long> counts = new HashMap<>(sound.count(num));
            if (num.equals(hidden)) {
                counts.replaceAll((kind, count) -> 0L);
            }
            return counts;
        }
    }
}
