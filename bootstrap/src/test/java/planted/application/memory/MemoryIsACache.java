package planted.application.memory;

import com.github.benmanes.caffeine.cache.Cache;

/** A library where maps would do. */
record MemoryIsACache(Cache<Long, Long> rows) {
}
