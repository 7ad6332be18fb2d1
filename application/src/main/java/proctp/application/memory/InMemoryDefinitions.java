package proctp.application.memory;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.port.Definitions;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.NewDefinition;

/** Definitions in memory. */
final class InMemoryDefinitions implements Definitions {

    private final Function<Caller, InMemoryPractice> practices;
    private final Clock clock;

    InMemoryDefinitions(Function<Caller, InMemoryPractice> practices, Clock clock) {
        this.practices = practices;
        this.clock = clock;
    }

    @Override
    public List<Definition> list(Caller caller, Optional<Long> category, boolean includeHidden, Page page) {
        Stream<Definition> found = practices.apply(caller).definitions.values().stream()
                .filter(definition -> category.map(wanted -> wanted == definition.category()).orElse(true))
                .filter(definition -> includeHidden || !definition.isHidden())
                .sorted(Comparator.comparingInt(Definition::itemOrder)
                        .thenComparingLong(definition -> definition.num().value()));
        return InMemoryPractice.page(found, page);
    }

    @Override
    public List<Definition> find(Caller caller, Set<DefNum> nums) {
        Map<DefNum, Definition> definitions = practices.apply(caller).definitions;
        return nums.stream().flatMap(num -> Optional.ofNullable(definitions.get(num)).stream()).toList();
    }

    @Override
    public Posted<Definition> add(Caller caller, NewDefinition definition, Optional<IdempotencyKey> key) {
        InMemoryPractice practice = practices.apply(caller);
        return practice.posts.post(caller, key, clock, now -> {
            int last = practice.definitions.values().stream()
                    .filter(other -> other.category() == definition.category().number())
                    .mapToInt(Definition::itemOrder).max().orElse(-1);
            Definition made = definition.definition(new DefNum(practice.posts.nextDefNum()), last + 1);
            practice.definitions.put(made.num(), made);
            return made;
        });
    }
}
