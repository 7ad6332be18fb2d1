package proctp.application.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.port.Definitions;
import proctp.domain.DefNum;
import proctp.domain.Definition;

/** Definitions in memory. */
final class InMemoryDefinitions implements Definitions {

    private final Function<Caller, InMemoryPractice> practices;

    InMemoryDefinitions(Function<Caller, InMemoryPractice> practices) {
        this.practices = practices;
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
    public Optional<Definition> find(Caller caller, DefNum num) {
        return Optional.ofNullable(practices.apply(caller).definitions.get(num));
    }
}
