/**
 * Classes that break the rules of the house, so that each rule is seen to fail: the packages are those under
 * {@code proctp}, and {@code ArchitectureTest} says which rule must catch whom. The rest keeps the rules, and no rule may
 * catch it.
 */
package planted;
